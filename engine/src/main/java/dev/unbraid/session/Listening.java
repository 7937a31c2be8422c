package dev.unbraid.session;

import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.project.Strip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the user listens to: where in the active song, and which of its stems. Any thread.
final class Listening {
    private final Document document;
    private volatile Playhead playhead = Playhead.AT_REST;

    Listening(Document document) {
        this.document = document;
    }

    void follow(Playhead followed) {
        playhead = followed;
    }

    /// What of a song will be heard next, in seconds from its start; empty if it is not the song that is played.
    ///
    /// @param ahead seconds until it matters; while nothing is played, nothing moves
    OptionalDouble secondsIn(Song song, double ahead) {
        if (!document.project().active().equals(Optional.of(song.id()))) {
            return OptionalDouble.empty();
        }
        Playhead now = playhead;
        double at = (double) now.positionFrame() / song.source().spec().sampleRate();
        return OptionalDouble.of(now.isPlaying() ? at + ahead : at);
    }

    /// The stems of a song that are heard, by their name in the model: those soloed if any is. Empty if none is heard.
    Set<String> stemsOf(SongId id) {
        Project project = document.project();
        List<Lane> stems = project.song(id).map(Song::stems).orElse(List.of());
        Predicate<Lane> heard = it -> !it.strip().muted() && it.strip().gainDb() > Strip.SILENT_DB;
        boolean soloed = stems.stream().anyMatch(it -> it.strip().soloed());
        return stems.stream()
                .filter(heard.and(it -> !soloed || it.strip().soloed()))
                .map(Lane::stem)
                .collect(Collectors.toUnmodifiableSet());
    }
}
