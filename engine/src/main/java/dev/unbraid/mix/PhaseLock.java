package dev.unbraid.mix;

/// Turns the spectrum of a moment so that it joins on to the one that was put out before it.
///
/// Each peak goes on where its own phase was left, and takes the bins around it along, on both sides by the same angle:
/// partials stay whole and the stereo image stays where it was (identity phase locking after Laroche and Dolson).
/// Where a peak has just begun it keeps the phase it came with, so that attacks stay sharp.
final class PhaseLock {
    private static final int REACH = 2;
    /// Ratio of powers within one hop that makes a peak a new one.
    private static final float ATTACK = 8;
    private static final float NOTHING = 1e-20f;

    private final int bins;
    private final float[][] last;
    private final float[] power;
    private boolean fresh = true;

    PhaseLock(int bins) {
        this.bins = bins;
        last = new float[Mixer.SIDES][2 * bins];
        power = new float[bins];
    }

    /// Forgets what was put out.
    void reset() {
        fresh = true;
    }

    /// Turns `now` in place.
    ///
    /// @param before the spectrum `[side][2 * bins]` one hop earlier in the song
    /// @param now    the spectrum to be put out one hop after the last
    void turn(float[][] before, float[][] now) {
        for (int bin = 0; bin < bins; bin++) {
            power[bin] = power(now, bin);
        }
        if (!fresh) {
            turnAll(before, now);
        }
        fresh = false;
        for (int side = 0; side < Mixer.SIDES; side++) {
            System.arraycopy(now[side], 0, last[side], 0, 2 * bins);
        }
    }

    private void turnAll(float[][] before, float[][] now) {
        int start = 0;
        int peak = nextPeak(0);
        while (start < bins) {
            int next = nextPeak(peak + 1);
            int end = next >= bins ? bins : (peak + next) / 2 + 1;
            turnRegion(before, now, peak, start, end);
            start = end;
            peak = next;
        }
    }

    private void turnRegion(float[][] before, float[][] now, int peak, int start, int end) {
        int at = 2 * Math.min(peak, bins - 1);
        float re = 0;
        float im = 0;
        for (int side = 0; side < Mixer.SIDES; side++) {
            float[] y = last[side];
            float[] x = before[side];
            re += y[at] * x[at] + y[at + 1] * x[at + 1];
            im += y[at + 1] * x[at] - y[at] * x[at + 1];
        }
        float length = (float) Math.sqrt(re * re + im * im);
        if (length < NOTHING || power[at / 2] > ATTACK * power(before, at / 2)) {
            return;
        }
        re /= length;
        im /= length;
        for (int side = 0; side < Mixer.SIDES; side++) {
            float[] x = now[side];
            for (int i = 2 * start; i < 2 * end; i += 2) {
                float real = x[i] * re - x[i + 1] * im;
                x[i + 1] = x[i] * im + x[i + 1] * re;
                x[i] = real;
            }
        }
    }

    /// @return the first peak from `bin` on, or `bins` if there is none
    private int nextPeak(int bin) {
        for (int at = Math.max(bin, REACH); at < bins - REACH; at++) {
            float here = power[at];
            if (here > power[at - 1] && here >= power[at + 1] && here > power[at - 2] && here >= power[at + 2]) {
                return at;
            }
        }
        return bins;
    }

    private static float power(float[][] spectrum, int bin) {
        float sum = 0;
        for (int side = 0; side < Mixer.SIDES; side++) {
            float re = spectrum[side][2 * bin];
            float im = spectrum[side][2 * bin + 1];
            sum += re * re + im * im;
        }
        return sum;
    }
}
