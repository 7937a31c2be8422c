package dev.unbraid.session;

import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.util.List;

/// How much of the energy of all stems each has, moment by moment: measured in blocks, which overlap so that the shares
/// glide from one to the next and nothing clicks.
final class EnergyShares {
    /// 23 ms at 44.1 kHz.
    static final int BLOCK = 1 << 10;
    /// Power of a stem that is silent, -120 dB: where all are, all share alike.
    private static final double FLOOR = 1e-12;

    private final List<MixTape> stems;
    private final float[][] planes;

    EnergyShares(List<MixTape> stems, int channels) {
        this.stems = List.copyOf(stems);
        planes = new float[channels][BLOCK];
    }

    /// @return `[stem][frame]`, 0 to 1; of one frame all together 1
    float[][] read(long startFrame, int frames) throws IOException {
        long first = Math.floorDiv(startFrame - BLOCK / 2, (long) BLOCK);
        long last = Math.floorDiv(startFrame + frames - 1 - BLOCK / 2, (long) BLOCK) + 1;
        double[][] blocks = blocks(first, (int) (last - first + 1));
        float[][] shares = new float[stems.size()][frames];
        for (int i = 0; i < frames; i++) {
            long fromMiddle = startFrame + i - BLOCK / 2 - first * BLOCK;
            int block = (int) (fromMiddle / BLOCK);
            double into = (double) (fromMiddle % BLOCK) / BLOCK;
            for (int stem = 0; stem < shares.length; stem++) {
                shares[stem][i] = (float) (blocks[stem][block] * (1 - into) + blocks[stem][block + 1] * into);
            }
        }
        return shares;
    }

    /// @return `[stem][block]`
    private double[][] blocks(long first, int count) throws IOException {
        double[][] shares = new double[stems.size()][count];
        double[] all = new double[count];
        for (int stem = 0; stem < shares.length; stem++) {
            double before = power(stems.get(stem), first - 1);
            double here = power(stems.get(stem), first);
            for (int block = 0; block < count; block++) {
                double after = power(stems.get(stem), first + block + 1);
                shares[stem][block] = (before + 2 * here + after) / 4 + FLOOR;
                all[block] += shares[stem][block];
                before = here;
                here = after;
            }
        }
        for (double[] share : shares) {
            for (int block = 0; block < count; block++) {
                share[block] /= all[block];
            }
        }
        return shares;
    }

    private double power(MixTape stem, long block) throws IOException {
        Leftover.readPadded(stem, block * BLOCK, planes, BLOCK);
        double energy = 0;
        for (float[] plane : planes) {
            for (float sample : plane) {
                energy += (double) sample * sample;
            }
        }
        // A sample that is no number must not silence the others.
        return Double.isFinite(energy) ? energy / (BLOCK * planes.length) : 0;
    }
}
