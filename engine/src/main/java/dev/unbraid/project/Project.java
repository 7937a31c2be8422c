package dev.unbraid.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The document: the songs, top to bottom, and the one that is played.
///
/// @param active empty only where there is no song
public record Project(List<Song> songs, Optional<SongId> active) {
    public static final Project EMPTY = new Project(List.of(), Optional.empty());

    public Project {
        songs = List.copyOf(songs);
        List<SongId> known = songs.stream().map(Song::id).toList();
        if (known.isEmpty() != active.isEmpty() || active.filter(it -> !known.contains(it)).isPresent()) {
            throw new IllegalArgumentException("active %s of %s".formatted(active, known));
        }
    }

    public Optional<Song> song(SongId id) {
        return songs.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Song> activeSong() {
        return active.flatMap(this::song);
    }

    public Optional<Lane> lane(LaneId id) {
        return songs.stream().flatMap(Song::lanes).filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Song> songOf(LaneId id) {
        return songs.stream().filter(it -> it.lane(id).isPresent()).findFirst();
    }

    Project withSong(SongId id, UnaryOperator<Song> change) {
        if (song(id).isEmpty()) {
            throw new IllegalArgumentException("no song " + id);
        }
        return new Project(songs.stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList(), active);
    }

    Project withLane(LaneId id, UnaryOperator<Lane> change) {
        Song song = songOf(id).orElseThrow(() -> new IllegalArgumentException("no lane " + id));
        return withSong(song.id(), it -> it.withLane(id, change));
    }

    Project withActive(SongId id) {
        return new Project(songs, Optional.of(id));
    }

    /// The new song becomes the active one.
    Project withSongAt(Song song, int index) {
        List<Song> all = new ArrayList<>(songs);
        all.add(Math.clamp(index, 0, all.size()), song);
        return new Project(all, Optional.of(song.id()));
    }

    Project without(SongId id) {
        List<Song> rest = songs.stream().filter(it -> !it.id().equals(id)).toList();
        Optional<SongId> next = active.filter(it -> !it.equals(id));
        return new Project(rest, next.isPresent() ? next : rest.stream().map(Song::id).findFirst());
    }
}
