package dev.unbraid.dsp;

import be.tarsos.dsp.util.ConcurrencyUtils;
import be.tarsos.dsp.util.fft.FloatFFT;

/// The discrete Fourier transform of real samples. For one thread at a time.
public final class Fft {
    static {
        // Left alone, the library splits long transforms over threads of its own that outlive the window by a minute.
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int frames;
    private final FloatFFT transform;

    /// @param frames a power of two, at least 2
    public Fft(int frames) {
        if (frames < 2 || Integer.bitCount(frames) != 1) {
            throw new IllegalArgumentException("transform of %d frames".formatted(frames));
        }
        this.frames = frames;
        transform = new FloatFFT(frames);
    }

    public int frames() {
        return frames;
    }

    /// From 0 to half the sample rate, both included.
    public int bins() {
        return frames / 2 + 1;
    }

    /// Transforms in place, without scaling.
    ///
    /// @param values `[2 * bins]`: in, the samples in its first `frames` places; out, `[2 * bin]` the real and
    ///               `[2 * bin + 1]` the imaginary part of the sum over n of x(n)·exp(−2πi·bin·n / frames)
    public void forward(float[] values) {
        transform.realForward(values);
        // The library packs the last bin's real part into the place of the first one's imaginary part.
        values[frames] = values[1];
        values[frames + 1] = 0;
        values[1] = 0;
    }
}
