package dev.unbraid.session;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.util.Arrays;

/// A source cut, or continued with silence, to a number of frames: resampled there and back, a track keeps its length.
final class ExactLength implements AudioSource {
    private final AudioSource source;
    private long left;

    ExactLength(AudioSource source, long frames) {
        this.source = source;
        left = frames;
    }

    @Override
    public AudioSpec spec() {
        return source.spec();
    }

    @Override
    public int read(float[][] planes, int offset, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        int wanted = (int) Math.min(count, left);
        int read = source.read(planes, offset, wanted);
        if (read < 0) {
            read = wanted;
            for (float[] plane : planes) {
                Arrays.fill(plane, offset, offset + read, 0);
            }
        }
        left -= read;
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
