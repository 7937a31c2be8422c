package dev.unbraid.mix;

import dev.unbraid.dsp.Fft;
import dev.unbraid.dsp.Window;

/// Takes overlapping frames out of one sound, adds them up to another.
final class StretchFrames {
    /// Of hops to a frame; the squared windows then add up to a constant.
    static final int OVERLAP = 4;
    private static final double SQUARED_WINDOWS = 1.5;

    private final int frames;
    private final Fft fft;
    private final float[] window;
    private final PhaseLock lock;
    private final float[][] before;
    private final float[][] now;
    private final float[] turned;

    /// @param frames of one transform, a power of two
    StretchFrames(int frames) {
        this.frames = frames;
        fft = new Fft(frames);
        Window hann = Window.hann(frames);
        window = new float[frames];
        for (int i = 0; i < frames; i++) {
            window[i] = hann.value(i);
        }
        lock = new PhaseLock(fft.bins());
        before = new float[Mixer.SIDES][2 * fft.bins()];
        now = new float[Mixer.SIDES][2 * fft.bins()];
        turned = new float[2 * fft.bins()];
    }

    void reset() {
        lock.reset();
    }

    /// Adds the frame of `from` that begins at `start` to `to` at `at`; both are rings.
    void carry(Ring from, long start, Ring to, long at) {
        for (int side = 0; side < Mixer.SIDES; side++) {
            analyse(from, side, start - frames / OVERLAP, before[side]);
            analyse(from, side, start, now[side]);
        }
        lock.turn(before, now);
        for (int side = 0; side < Mixer.SIDES; side++) {
            inverse(now[side]);
            float scale = (float) (1 / (SQUARED_WINDOWS * frames));
            for (int i = 0; i < frames; i++) {
                to.add(side, at + i, turned[i] * window[i] * scale);
            }
        }
    }

    private void analyse(Ring from, int side, long start, float[] spectrum) {
        for (int i = 0; i < frames; i++) {
            spectrum[i] = from.get(side, start + i) * window[i];
        }
        fft.forward(spectrum);
    }

    /// Back to samples, times the number of frames, by way of the Hartley transform, which is its own inverse.
    private void inverse(float[] spectrum) {
        unfold(spectrum, turned);
        fft.forward(turned);
        System.arraycopy(turned, 0, spectrum, 0, spectrum.length);
        unfold(spectrum, turned);
    }

    private void unfold(float[] spectrum, float[] into) {
        for (int bin = 0; bin < fft.bins(); bin++) {
            float re = spectrum[2 * bin];
            float im = spectrum[2 * bin + 1];
            if (bin > 0) {
                into[frames - bin] = re + im;
            }
            if (bin < frames / 2) {
                into[bin] = re - im;
            }
        }
    }
}
