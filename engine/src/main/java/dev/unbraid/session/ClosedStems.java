package dev.unbraid.session;

import dev.unbraid.dsp.ExactSum;
import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/// Stems that were changed so that they add up to their mix, as [ExactSum] does. As long as the mix: shorter stems are
/// continued with silence, longer ones are cut. Read from start to end, by one thread.
final class ClosedStems {
    private final MixTape mix;
    private final List<MixTape> stems;
    private final OptionalInt into;
    private final int channels;
    private final EnergyShares shares;
    private final ExactSum closing;
    private long misses;

    /// @param into index of the stem that takes what is left over; empty spreads it by energy
    ClosedStems(MixTape mix, List<MixTape> stems, OptionalInt into, int channels) {
        this.mix = mix;
        this.stems = List.copyOf(stems);
        this.into = into;
        this.channels = channels;
        shares = new EnergyShares(stems, channels);
        closing = new ExactSum(stems.size());
    }

    /// @param planes filled, `[stem][channel][0 .. frames]`
    void read(long startFrame, float[][][] planes, int frames) throws IOException {
        float[][] wanted = new float[channels][frames];
        mix.read(startFrame, wanted, 0, frames);
        for (int stem = 0; stem < planes.length; stem++) {
            Leftover.readPadded(stems.get(stem), startFrame, planes[stem], frames);
        }
        float[][] weights = into.isEmpty() ? shares.read(startFrame, frames) : new float[0][];
        float[] parts = new float[planes.length];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < frames; i++) {
                for (int stem = 0; stem < parts.length; stem++) {
                    parts[stem] = planes[stem][channel][i];
                }
                int taker = into.isPresent() ? into.getAsInt() : spread(wanted[channel][i], parts, weights, i);
                misses += closing.close(wanted[channel][i], parts, taker) ? 0 : 1;
                for (int stem = 0; stem < parts.length; stem++) {
                    planes[stem][channel][i] = parts[stem];
                }
            }
        }
    }

    /// @return the loudest: what is still missing is least heard there
    private static int spread(float wanted, float[] parts, float[][] weights, int frame) {
        double rest = wanted;
        for (float part : parts) {
            rest -= part;
        }
        int loudest = 0;
        for (int stem = 0; stem < parts.length; stem++) {
            parts[stem] = (float) (parts[stem] + rest * weights[stem][frame]);
            if (Math.abs(parts[stem]) > Math.abs(parts[loudest])) {
                loudest = stem;
            }
        }
        return loudest;
    }

    /// Samples so far whose sum could not be reached to the last bit.
    long misses() {
        return misses;
    }
}
