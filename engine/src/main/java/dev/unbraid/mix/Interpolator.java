package dev.unbraid.mix;

/// Reads a ring between its frames, and leaves out what would alias where it is read faster than it was written.
final class Interpolator {
    private static final int TAPS = 32;
    private static final int PHASES = 256;

    private final float[] table = new float[(PHASES + 1) * TAPS];
    private double step = Double.NaN;

    /// @param frames of the ring for each that is read, 0.5 to 2
    void tune(double frames) {
        if (frames == step) {
            return;
        }
        step = frames;
        double cut = Math.min(1, 1 / frames) * (frames == 1 ? 1 : 0.96);
        for (int phase = 0; phase <= PHASES; phase++) {
            for (int tap = 0; tap < TAPS; tap++) {
                double x = tap - TAPS / 2 + 1 - (double) phase / PHASES;
                double turn = Math.PI * x / (TAPS / 2);
                double weight = Math.abs(x) >= TAPS / 2 ? 0 : 0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
                double wave = x == 0 ? cut : Math.sin(Math.PI * cut * x) / (Math.PI * x);
                table[phase * TAPS + tap] = (float) (wave * weight);
            }
        }
    }

    /// Frames behind the one that is read that must be there.
    static int reach() {
        return TAPS / 2 + 1;
    }

    float read(Ring ring, int side, double frame) {
        long whole = (long) Math.floor(frame);
        double phase = (frame - whole) * PHASES;
        int fullPhases = (int) phase;
        int row = fullPhases * TAPS;
        float mix = (float) (phase - fullPhases);
        float sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            float weight = table[row + tap] + mix * (table[row + TAPS + tap] - table[row + tap]);
            sum += weight * ring.get(side, whole + tap - TAPS / 2 + 1);
        }
        return sum;
    }
}
