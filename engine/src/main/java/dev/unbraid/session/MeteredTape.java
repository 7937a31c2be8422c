package dev.unbraid.session;

import dev.unbraid.dsp.Peak;
import dev.unbraid.separation.MixTape;

import java.io.IOException;

/// A tape, and how loud what was read of it is. Of one thread.
final class MeteredTape implements MixTape {
    private final MixTape tape;
    private float peak;
    private double energy;

    MeteredTape(MixTape tape) {
        this.tape = tape;
    }

    /// Linear, of all channels.
    double peak() {
        return peak;
    }

    /// The sum of the squares of all samples.
    double energy() {
        return energy;
    }

    @Override
    public long frames() {
        return tape.frames();
    }

    @Override
    public void read(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        tape.read(startFrame, planes, offset, frames);
        for (float[] plane : planes) {
            peak = Math.max(peak, Peak.of(plane, offset, frames));
            energy += energy(plane, offset, frames);
        }
    }

    private static double energy(float[] plane, int offset, int frames) {
        double sum = 0;
        for (int i = offset; i < offset + frames; i++) {
            sum += (double) plane[i] * plane[i];
        }
        return sum;
    }
}
