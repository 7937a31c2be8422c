package dev.unbraid.session;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Decibels;
import dev.unbraid.audio.FrameRange;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/// Whether the stems add up to the mix: what is left when all are subtracted from it.
final class NullTest {
    private static final int BLOCK = 1 << 14;

    private NullTest() {}

    /// @param cancelled asked often, on the thread that calls
    /// @return energy of the rest against the mix in dB; empty for a silent mix, and when it was cancelled
    static OptionalDouble residualDb(Tapes tapes, AudioSpec spec, BooleanSupplier cancelled) throws IOException {
        double mix = energy(new Blend(List.of(new Blend.Term(tapes.mixTape(), 1))), spec, tapes.mix().frames(), cancelled);
        double rest = energy(Blend.residual(tapes), spec, tapes.mix().frames(), cancelled);
        return mix == 0 || cancelled.getAsBoolean()
                ? OptionalDouble.empty() : OptionalDouble.of(Decibels.ofPower(rest / mix));
    }

    private static double energy(Blend blend, AudioSpec spec, long frames, BooleanSupplier cancelled) throws IOException {
        double energy = 0;
        try (AudioSource source = new BlendSource(blend, spec, new FrameRange(0, frames))) {
            float[][] planes = new float[spec.channels()][BLOCK];
            for (int read = source.read(planes, 0, BLOCK); read >= 0 && !cancelled.getAsBoolean();
                    read = source.read(planes, 0, BLOCK)) {
                for (float[] plane : planes) {
                    for (int i = 0; i < read; i++) {
                        energy += (double) plane[i] * plane[i];
                    }
                }
            }
        }
        return energy;
    }
}
