package dev.unbraid.batch;

import dev.unbraid.codec.AudioFileInfo;
import dev.unbraid.codec.Tags;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/// A song of a [SongQueue]: itself for as long as it is in there. Its owner's thread.
public final class QueuedSong {
    private final Path file;
    private final Path below;
    private OptionalDouble soundSeconds = OptionalDouble.empty();
    private Tags tags = Tags.NONE;
    private SongState state = new SongState.Waiting();

    QueuedSong(Path file, Path below) {
        this.file = file;
        this.below = below;
    }

    public Path file() {
        return file;
    }

    /// The folder it lies in, as a path from the one that was searched; empty if it is that one.
    public Path below() {
        return below;
    }

    /// As far as it is known.
    public OptionalDouble soundSeconds() {
        return soundSeconds;
    }

    /// None until somebody has looked.
    public Tags tags() {
        return tags;
    }

    public SongState state() {
        return state;
    }

    /// Somebody has looked into the file.
    public void learn(AudioFileInfo info) {
        tags = info.tags();
        Optional<Long> frames = info.frames().isPresent() ? Optional.of(info.frames().getAsLong()) : Optional.empty();
        frames.filter(it -> it > 0).ifPresent(it -> learn(OptionalDouble.of((double) it / info.spec().sampleRate())));
    }

    public void learn(OptionalDouble seconds) {
        soundSeconds = seconds;
    }

    void become(SongState other) {
        state = other;
    }
}
