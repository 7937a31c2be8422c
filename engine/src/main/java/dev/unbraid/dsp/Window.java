package dev.unbraid.dsp;

import java.util.function.IntToDoubleFunction;

/// Weights that fade a stretch of sound in and out around its middle.
///
/// All are periodic: value n of N belongs to the turn n/N, the peak lies on N/2, and the value at N, which would equal
/// the first, is left out.
public final class Window {
    private final float[] values;

    private Window(int frames, IntToDoubleFunction value) {
        if (frames < 2) {
            throw new IllegalArgumentException("window of %d frames".formatted(frames));
        }
        values = new float[frames];
        for (int n = 0; n < frames; n++) {
            values[n] = (float) value.applyAsDouble(n);
        }
    }

    public static Window rectangular(int frames) {
        return new Window(frames, n -> 1);
    }

    public static Window hann(int frames) {
        return cosines(frames, 0.5, 0.5);
    }

    public static Window hamming(int frames) {
        return cosines(frames, 0.54, 0.46);
    }

    /// The one of four terms, whose side lobes lie under −92 dB.
    public static Window blackmanHarris(int frames) {
        return cosines(frames, 0.35875, 0.48829, 0.14128, 0.01168);
    }

    /// @param beta width of the main lobe against height of the side lobes: 0 is rectangular, 9.4 leaves about −70 dB
    public static Window kaiser(int frames, double beta) {
        double peak = bessel(beta);
        return new Window(frames, n -> {
            double x = 2.0 * n / frames - 1;
            return bessel(beta * Math.sqrt(1 - x * x)) / peak;
        });
    }

    /// @param deviations how many standard deviations lie between the middle and the edge
    public static Window gaussian(int frames, double deviations) {
        return new Window(frames, n -> {
            double x = deviations * (2.0 * n / frames - 1);
            return Math.exp(-x * x / 2);
        });
    }

    /// Terms of alternating sign.
    private static Window cosines(int frames, double... terms) {
        return new Window(frames, n -> {
            double sum = 0;
            for (int k = 0; k < terms.length; k++) {
                double term = terms[k] * Math.cos(2 * Math.PI * k * n / frames);
                sum += k % 2 == 0 ? term : -term;
            }
            return sum;
        });
    }

    /// The modified Bessel function of the first kind and order 0.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            double factor = x / (2 * k);
            term *= factor * factor;
            sum += term;
        }
        return sum;
    }

    /// Each value times its distance from the middle in frames: what reassignment finds the time with.
    public Window timesDistance() {
        return new Window(values.length, n -> values[n] * (n - values.length / 2.0));
    }

    /// Change per frame; outside the window is 0. What reassignment finds the frequency with.
    public Window slope() {
        return new Window(values.length, n -> (at(n + 1) - at(n - 1)) / 2);
    }

    private double at(int n) {
        return n < 0 || n >= values.length ? 0 : values[n];
    }

    public int frames() {
        return values.length;
    }

    public float value(int n) {
        return values[n];
    }

    public double sum() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    public double sumOfSquares() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    /// Writes the weighted samples into `into[0 ..]`; both at least as long as the window.
    void apply(float[] samples, float[] into) {
        for (int n = 0; n < values.length; n++) {
            into[n] = samples[n] * values[n];
        }
    }
}
