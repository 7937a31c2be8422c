package dev.unbraid.dsp;

import java.util.Arrays;

/// Looks at stretches of sound through a window and tells their frequencies. For one thread at a time.
public final class Stft {
    private final Window window;
    private final Fft fft;
    private final float[] spectrum;
    private final double sinePower;

    /// @param frames of the transform, a power of two; what it is longer than the window is filled with zeros
    public Stft(Window window, int frames) {
        if (frames < window.frames()) {
            throw new IllegalArgumentException("window of %d frames in a transform of %d".formatted(window.frames(), frames));
        }
        this.window = window;
        fft = new Fft(frames);
        spectrum = new float[2 * fft.bins()];
        // A sine's energy lies in two bins, one of them not told, and each sees half its amplitude.
        sinePower = 4 / (window.sum() * window.sum());
    }

    public int bins() {
        return fft.bins();
    }

    /// @param samples as many as the window has frames, or more
    /// @return `[2 * bin]` real and `[2 * bin + 1]` imaginary parts, unscaled, borrowed until the next call
    public float[] transform(float[] samples) {
        window.apply(samples, spectrum);
        Arrays.fill(spectrum, window.frames(), spectrum.length, 0);
        fft.forward(spectrum);
        return spectrum;
    }

    /// Adds `weight` times the power of each bin to `power[bin]`; at weight 1 a sine of full scale adds 1 to its bin.
    ///
    /// @param samples as many as the window has frames, or more
    public void addPower(float[] samples, double weight, float[] power) {
        float[] values = transform(samples);
        float scale = (float) (weight * sinePower);
        for (int bin = 0; bin < power.length; bin++) {
            float real = values[2 * bin];
            float imaginary = values[2 * bin + 1];
            power[bin] += scale * (real * real + imaginary * imaginary);
        }
    }
}
