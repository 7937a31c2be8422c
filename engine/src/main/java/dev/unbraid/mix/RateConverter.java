package dev.unbraid.mix;

import java.util.Arrays;

/// Stereo from one sample rate to another, in blocks of any size, without allocating. One thread.
///
/// A sinc under a Kaiser window: up to 0.42 of the lower rate passes within 0.01 dB, what would alias is 80 dB down.
public final class RateConverter {
    private static final int CROSSINGS = 32;
    private static final int PHASES = 256;
    private static final double PASS = 0.92;
    private static final double BETA = 7.857;

    private final int from;
    private final int to;
    /// Frames on each side of the one that is made.
    private final int reach;
    private final float[] table;
    private final float[][] past;
    /// Frame that `past` begins with.
    private long start;
    private int kept;
    private long made;

    /// @param from       frames per second that go in
    /// @param to         that come out
    /// @param mostFrames that go in at once
    public RateConverter(int from, int to, int mostFrames) {
        this.from = from;
        this.to = to;
        double narrowing = Math.max(1, (double) from / to);
        reach = (int) Math.ceil(CROSSINGS * narrowing);
        table = table(PASS / narrowing);
        past = new float[Mixer.SIDES][2 * reach + mostFrames];
        reset();
    }

    private float[] table(double cut) {
        int taps = 2 * reach;
        float[] rows = new float[(PHASES + 1) * taps];
        double[] row = new double[taps];
        for (int phase = 0; phase <= PHASES; phase++) {
            for (int tap = 0; tap < taps; tap++) {
                double x = tap - reach + 1 - (double) phase / PHASES;
                double wave = x == 0 ? cut : Math.sin(Math.PI * cut * x) / (Math.PI * x);
                row[tap] = wave * bessel(BETA * Math.sqrt(Math.max(0, 1 - x * x / ((double) reach * reach))));
            }
            double sum = Arrays.stream(row).sum();
            for (int tap = 0; tap < taps; tap++) {
                rows[phase * taps + tap] = (float) (row[tap] / sum);
            }
        }
        return rows;
    }

    /// The modified function of the first kind and order 0.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= x / 2 / k * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    /// Most frames that come out for `count` that go in.
    public int most(int count) {
        return (int) ((long) count * to / from) + 2;
    }

    /// Forgets all: silence came before what comes next, whose first frame is the first that comes out.
    public void reset() {
        start = 1L - reach;
        kept = reach - 1;
        made = 0;
        for (float[] plane : past) {
            Arrays.fill(plane, 0);
        }
    }

    /// @return the frames that were put into `out`, from its beginning on
    public int convert(float[][] in, int count, float[][] out) {
        for (int side = 0; side < past.length; side++) {
            System.arraycopy(in[side], 0, past[side], kept, count);
        }
        kept += count;
        int done = 0;
        while (made * from / to + reach < start + kept) {
            make(out, done++);
        }
        forget((int) (made * from / to - reach + 1 - start));
        return done;
    }

    private void make(float[][] out, int index) {
        long whole = made * from / to;
        double phase = (double) (made * from % to) / to * PHASES;
        int fullPhases = (int) phase;
        int row = fullPhases * 2 * reach;
        float mix = (float) (phase - fullPhases);
        int first = (int) (whole - reach + 1 - start);
        for (int side = 0; side < past.length; side++) {
            float[] plane = past[side];
            float sum = 0;
            for (int tap = 0; tap < 2 * reach; tap++) {
                float weight = table[row + tap];
                sum += plane[first + tap] * (weight + mix * (table[row + 2 * reach + tap] - weight));
            }
            out[side][index] = sum;
        }
        made++;
    }

    private void forget(int count) {
        int gone = Math.clamp(count, 0, kept);
        for (float[] plane : past) {
            System.arraycopy(plane, gone, plane, 0, kept - gone);
        }
        kept -= gone;
        start += gone;
    }
}
