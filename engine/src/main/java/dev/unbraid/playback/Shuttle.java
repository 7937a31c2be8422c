package dev.unbraid.playback;

import dev.unbraid.mix.Mixer;

/// The song as a tape that is pulled past by hand, forwards or backwards: pitch follows speed.
final class Shuttle {
    static final double FASTEST = 16;
    /// Frames that the curve through four points reaches beyond its middle two.
    private static final int REACH = 2;

    private final float[][] tape;

    /// @param blockFrames most frames asked for at once
    Shuttle(int blockFrames) {
        tape = new float[2][(int) Math.ceil(blockFrames * FASTEST) + 2 * REACH + 1];
    }

    /// Fills `count` frames from `songFrame` on, each `rate` frames of the song after the one before.
    void render(Mixer mixer, double songFrame, double rate, float[][] out, int offset, int count) {
        double last = songFrame + rate * (count - 1);
        long low = (long) Math.floor(Math.min(songFrame, last)) - REACH + 1;
        long high = (long) Math.floor(Math.max(songFrame, last)) + REACH;
        mixer.render(low, tape, 0, (int) (high - low + 1));
        for (int side = 0; side < tape.length; side++) {
            float[] from = tape[side];
            for (int i = 0; i < count; i++) {
                double at = songFrame + rate * i - low;
                int index = (int) at;
                out[side][offset + i] = between(from, index, (float) (at - index));
            }
        }
    }


    /// The cubic of Catmull and Rom through four neighbours; at 0 the frame itself.
    private static float between(float[] x, int i, float t) {
        float before = x[i - 1];
        float here = x[i];
        float next = x[i + 1];
        float after = x[i + 2];
        float slope = next - before;
        float bend = 2 * before - 5 * here + 4 * next - after;
        float twist = 3 * (here - next) + after - before;
        return here + 0.5f * t * (slope + t * (bend + t * twist));
    }
}
