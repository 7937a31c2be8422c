package dev.unbraid.overview;

/// What decides a spectrogram's numbers; colours, gain and frequency scale do not.
///
/// @param fftSize     a power of two, 512 to 32768: the window's length in frames
/// @param overlap     share of the window that the next one repeats at the closest zoom: 0, 0.5, 0.75, 0.875 or 0.9375
/// @param zeroPadding 1, 2, 4 or 8: how many times finer than the window the transform is
public record SpectrogramSettings(int fftSize, WindowShape window, double overlap, int zeroPadding, Method method) {
    /// Reassigned: energy is put where it comes from instead of at its cell's centre.
    public enum Method { PLAIN, REASSIGNED }

    public static final SpectrogramSettings USUAL =
            new SpectrogramSettings(4096, WindowShape.HANN, 0.875, 1, Method.PLAIN);

    public SpectrogramSettings {
        if (Integer.bitCount(fftSize) != 1 || fftSize < 512 || fftSize > 32768) {
            throw new IllegalArgumentException("FFT of " + fftSize);
        }
        if (Integer.bitCount(zeroPadding) != 1 || zeroPadding > 8) {
            throw new IllegalArgumentException("zero padding " + zeroPadding);
        }
        if (!(overlap >= 0 && overlap < 1)) {
            throw new IllegalArgumentException("overlap " + overlap);
        }
    }

    /// Frequencies of a column, from 0 to half the sample rate.
    public int bins() {
        return fftSize * zeroPadding / 2 + 1;
    }

    /// Frames from one column to the next at the closest zoom.
    public int hopFrames() {
        return Math.max(1, (int) Math.round(fftSize * (1 - overlap)));
    }
}
