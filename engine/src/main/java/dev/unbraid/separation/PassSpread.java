package dev.unbraid.separation;

import dev.unbraid.dsp.Stft;
import dev.unbraid.dsp.Window;

import java.util.Arrays;

/// Measures how much passes differ in one moment, as [Disagreement] says. For one thread at a time.
final class PassSpread {
    private final Stft stft = new Stft(Window.hann(Disagreement.WINDOW), Disagreement.WINDOW);
    private final float[] power = new float[stft.bins()];
    private final float[] spread = new float[stft.bins()];
    private final float[] mean = new float[Disagreement.WINDOW];
    private final float[] rest = new float[Disagreement.WINDOW];
    private final int[] bands = new int[stft.bins()];
    private final double quietest = Math.pow(10, Disagreement.QUIETEST_DB / 10);

    PassSpread(int sampleRate) {
        for (int bin = 0; bin < bands.length; bin++) {
            double hz = (double) bin * sampleRate / Disagreement.WINDOW;
            bands[bin] = Math.min(Disagreement.bandOf(hz, sampleRate), Disagreement.BANDS - 1);
        }
    }

    /// @param passes `[pass][channel][from .. from + WINDOW)`
    /// @param to     takes a level for each band, from `at` on
    void measure(float[][][] passes, int from, byte[] to, int at) {
        int channels = passes[0].length;
        Arrays.fill(power, 0);
        Arrays.fill(spread, 0);
        for (int channel = 0; channel < channels; channel++) {
            average(passes, channel, from);
            stft.addPower(mean, 1.0 / channels, power);
            for (float[][] pass : passes) {
                if (differs(pass[channel], from)) {
                    stft.addPower(rest, 1.0 / (channels * passes.length), spread);
                }
            }
        }
        double[] stems = new double[Disagreement.BANDS];
        double[] rests = new double[Disagreement.BANDS];
        for (int bin = 0; bin < bands.length; bin++) {
            stems[bands[bin]] += power[bin];
            rests[bands[bin]] += spread[bin];
        }
        for (int band = 0; band < Disagreement.BANDS; band++) {
            to[at + band] = Disagreement.level(rests[band] / Math.max(stems[band], quietest));
        }
    }

    /// From the first pass on, so that the mean of equal passes is each of them to the last bit.
    private void average(float[][][] passes, int channel, int from) {
        for (int i = 0; i < mean.length; i++) {
            double beyond = 0;
            for (float[][] pass : passes) {
                beyond += (double) pass[channel][from + i] - passes[0][channel][from + i];
            }
            mean[i] = (float) (passes[0][channel][from + i] + beyond / passes.length);
        }
    }

    private boolean differs(float[] pass, int from) {
        boolean differs = false;
        for (int i = 0; i < rest.length; i++) {
            rest[i] = pass[from + i] - mean[i];
            differs |= rest[i] != 0;
        }
        return differs;
    }
}
