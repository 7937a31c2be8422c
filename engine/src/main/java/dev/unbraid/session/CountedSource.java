package dev.unbraid.session;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;

/// Counts what is read through it.
final class CountedSource implements AudioSource {
    private final AudioSource source;
    private long frames;

    CountedSource(AudioSource source) {
        this.source = source;
    }

    long frames() {
        return frames;
    }

    @Override
    public AudioSpec spec() {
        return source.spec();
    }

    @Override
    public int read(float[][] planes, int offset, int count) throws IOException {
        int read = source.read(planes, offset, count);
        frames += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
