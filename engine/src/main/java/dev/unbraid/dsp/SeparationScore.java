package dev.unbraid.dsp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How near an estimated stem comes to the true one, over all channels: whole, and second by second.
///
/// Keeps two numbers for each second. Used by one thread at a time.
public final class SeparationScore {
    private final int sampleRate;
    private final List<OptionalDouble> sdrPerSecond = new ArrayList<>();
    private final List<OptionalDouble> siSdrPerSecond = new ArrayList<>();
    private final Sums whole = new Sums();
    private Sums second = new Sums();
    private int framesInSecond;

    public SeparationScore(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    /// Takes `frames` frames of both from `planes[channel][offset ..]`.
    public void add(float[][] reference, float[][] estimate, int offset, int frames) {
        for (int done = 0; done < frames; ) {
            int length = Math.min(frames - done, sampleRate - framesInSecond);
            for (int channel = 0; channel < reference.length; channel++) {
                second.add(reference[channel], estimate[channel], offset + done, length);
            }
            done += length;
            framesInSecond += length;
            if (framesInSecond == sampleRate) {
                endSecond();
            }
        }
    }

    private void endSecond() {
        sdrPerSecond.add(second.sdr());
        siSdrPerSecond.add(second.siSdr());
        whole.add(second);
        second = new Sums();
        framesInSecond = 0;
    }

    /// Signal to distortion, `10 log10(Σ s² / Σ (s - e)²)`.
    ///
    /// @return dB, infinite for equality; empty when the reference is silent
    public OptionalDouble sdr() {
        return total().sdr();
    }

    /// The same after the best gain for the whole clip has been granted to the estimate (Le Roux et al. 2019).
    ///
    /// @return dB; empty when the reference is silent
    public OptionalDouble siSdr() {
        return total().siSdr();
    }

    /// @return one value for each full second; empty where the reference is silent
    public List<OptionalDouble> sdrPerSecond() {
        return List.copyOf(sdrPerSecond);
    }

    /// @return one value for each full second; empty where the reference is silent
    public List<OptionalDouble> siSdrPerSecond() {
        return List.copyOf(siSdrPerSecond);
    }

    private Sums total() {
        Sums all = new Sums();
        all.add(whole);
        all.add(second);
        return all;
    }

    /// Inner products with the error rather than the estimate: a near-perfect estimate then loses no digits.
    private static final class Sums {
        private double signal;
        private double error;
        private double leakage;

        void add(float[] reference, float[] estimate, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                double s = reference[i];
                double e = estimate[i] - s;
                signal += s * s;
                error += e * e;
                leakage += s * e;
            }
        }

        void add(Sums other) {
            signal += other.signal;
            error += other.error;
            leakage += other.leakage;
        }

        OptionalDouble sdr() {
            return ratio(signal, error);
        }

        OptionalDouble siSdr() {
            double projected = signal + leakage;
            return ratio(projected * projected / signal, Math.max(0, error - leakage * leakage / signal));
        }

        private OptionalDouble ratio(double wanted, double unwanted) {
            if (signal == 0) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(10 * Math.log10(wanted / unwanted));
        }
    }
}
