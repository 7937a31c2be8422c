package dev.unbraid.mix;

import java.util.Arrays;

/// The last frames of a stereo stream, by their number in it.
final class Ring {
    private final float[][] planes;
    private final int mask;

    /// @param frames a power of two
    Ring(int frames) {
        planes = new float[Mixer.SIDES][frames];
        mask = frames - 1;
    }

    float get(int side, long frame) {
        return planes[side][(int) (frame & mask)];
    }

    void add(int side, long frame, float value) {
        planes[side][(int) (frame & mask)] += value;
    }

    void clear(long start, int count) {
        for (long frame = start; frame < start + count; frame++) {
            planes[0][(int) (frame & mask)] = 0;
            planes[1][(int) (frame & mask)] = 0;
        }
    }

    void put(long start, float[][] from, int count) {
        for (int side = 0; side < Mixer.SIDES; side++) {
            for (int i = 0; i < count; i++) {
                planes[side][(int) ((start + i) & mask)] = from[side][i];
            }
        }
    }

    void clear() {
        for (float[] plane : planes) {
            Arrays.fill(plane, 0);
        }
    }
}
