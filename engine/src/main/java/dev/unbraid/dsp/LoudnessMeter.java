package dev.unbraid.dsp;

import dev.unbraid.audio.AudioSpec;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Integrated loudness after ITU-R BS.1770-4: K-weighting, blocks of 400 ms that overlap by three quarters, two gates.
///
/// Keeps 8 bytes for each 100 ms. Used by one thread at a time.
public final class LoudnessMeter {
    private static final double ABSOLUTE_GATE_LUFS = -70;
    private static final double RELATIVE_GATE_LU = -10;
    /// Makes a sine of 997 Hz at full scale in one channel read -3.01 LUFS.
    private static final double OFFSET = -0.691;
    private static final double SURROUND = 1.41;
    private static final int HOPS_PER_BLOCK = 4;

    private final double[] weights;
    private final KWeighting[] filters;
    private final int hopFrames;
    private final double[] lastHops = new double[HOPS_PER_BLOCK];
    private double[] blockPowers = new double[600];
    private int blocks;
    private double hopEnergy;
    private int framesInHop;
    private long hops;

    public LoudnessMeter(AudioSpec spec) {
        this.weights = weights(spec.channels());
        this.filters = IntStream.range(0, spec.channels())
                .mapToObj(_ -> new KWeighting(spec.sampleRate()))
                .toArray(KWeighting[]::new);
        this.hopFrames = Math.max(1, Math.round(spec.sampleRate() / 10f));
    }

    /// In the order of a WAV file's channel mask; the bass channel is not heard, the side channels count more.
    private static double[] weights(int channels) {
        return switch (channels) {
            case 4 -> new double[] {1, 1, SURROUND, SURROUND};
            case 5 -> new double[] {1, 1, 1, SURROUND, SURROUND};
            case 6 -> new double[] {1, 1, 1, 0, SURROUND, SURROUND};
            case 8 -> new double[] {1, 1, 1, 0, 1, 1, SURROUND, SURROUND};
            default -> {
                double[] even = new double[channels];
                Arrays.fill(even, 1);
                yield even;
            }
        };
    }

    /// Takes `frames` frames from `planes[channel][offset ..]`.
    public void add(float[][] planes, int offset, int frames) {
        for (int done = 0; done < frames; ) {
            int length = Math.min(frames - done, hopFrames - framesInHop);
            for (int channel = 0; channel < filters.length; channel++) {
                hopEnergy += weights[channel] * energy(filters[channel], planes[channel], offset + done, length);
            }
            done += length;
            framesInHop += length;
            if (framesInHop == hopFrames) {
                endHop();
            }
        }
    }

    private static double energy(KWeighting filter, float[] plane, int offset, int length) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            double heard = filter.filter(plane[i]);
            sum += heard * heard;
        }
        return sum;
    }

    private void endHop() {
        lastHops[(int) (hops % HOPS_PER_BLOCK)] = hopEnergy;
        hops++;
        hopEnergy = 0;
        framesInHop = 0;
        if (hops >= HOPS_PER_BLOCK) {
            if (blocks == blockPowers.length) {
                blockPowers = Arrays.copyOf(blockPowers, 2 * blocks);
            }
            blockPowers[blocks] = Arrays.stream(lastHops).sum() / ((double) HOPS_PER_BLOCK * hopFrames);
            blocks++;
        }
    }

    /// Loudness of all frames so far.
    ///
    /// @return LUFS; empty for silence and for less than 400 ms
    public OptionalDouble integratedLufs() {
        OptionalDouble ungated = meanPowerAbove(ABSOLUTE_GATE_LUFS);
        if (ungated.isEmpty()) {
            return ungated;
        }
        double gate = Math.max(ABSOLUTE_GATE_LUFS, lufs(ungated.getAsDouble()) + RELATIVE_GATE_LU);
        return OptionalDouble.of(lufs(meanPowerAbove(gate).orElseThrow()));
    }

    private OptionalDouble meanPowerAbove(double gateLufs) {
        return Arrays.stream(blockPowers, 0, blocks)
                .filter(power -> lufs(power) > gateLufs)
                .average();
    }

    private static double lufs(double power) {
        return OFFSET + 10 * Math.log10(power);
    }
}
