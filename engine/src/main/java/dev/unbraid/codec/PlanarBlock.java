package dev.unbraid.codec;

import java.util.Arrays;

/// A run of frames that is filled again and again; its arrays grow to the longest run and stay.
final class PlanarBlock {
    private float[][] planes = new float[0][0];
    private int frames;

    /// Makes room for `count` frames, whose samples are then to be written.
    float[][] resize(int channels, int count) {
        if (planes.length != channels || planes[0].length < count) {
            planes = new float[channels][count];
        }
        frames = count;
        return planes;
    }

    void silence(int channels, int count) {
        for (float[] plane : resize(channels, count)) {
            Arrays.fill(plane, 0, count, 0);
        }
    }

    void trimTo(int count) {
        frames = Math.min(frames, count);
    }

    void copyTo(float[][] target, int targetOffset, int offset, int count) {
        for (int channel = 0; channel < planes.length; channel++) {
            System.arraycopy(planes[channel], offset, target[channel], targetOffset, count);
        }
    }

    int frames() {
        return frames;
    }
}
