package dev.unbraid.session;

import dev.unbraid.project.History;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;

import java.util.Optional;
import java.util.Set;

/// What a song's stems were before they were last separated, as long as the history knows.
final class FormerStems {
    private FormerStems() {}

    /// @return the song mixed as now, with the former sound of each stem that had one; empty if none had
    static Optional<Song> of(History history, SongId id, Sounds sounds) {
        return present(history, id).flatMap(song -> state(history, id, sounds)
                .map(song::soundingAs)
                .filter(it -> !it.equals(song)));
    }

    /// @return the song as it was then
    static Optional<Song> state(History history, SongId id, Sounds sounds) {
        return present(history, id).flatMap(song -> history.past().reversed().stream()
                .flatMap(step -> step.before().song(id).stream())
                .filter(it -> isOther(it, song))
                .findFirst()
                .filter(it -> it.sounds().allMatch(sound -> sounds.find(sound).isPresent())));
    }

    private static Optional<Song> present(History history, SongId id) {
        return history.present().song(id).filter(it -> !it.stems().isEmpty());
    }

    private static boolean isOther(Song before, Song now) {
        return !before.stems().isEmpty()
                && !Set.copyOf(before.asSeparated().values()).equals(Set.copyOf(now.asSeparated().values()));
    }
}
