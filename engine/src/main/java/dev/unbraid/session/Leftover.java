package dev.unbraid.session;

import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// What is left of a mix when the sum of stems is taken away: nothing where the sum, accumulated in double and rounded
/// to float, is the mix.
///
/// As long as the mix; shorter stems are silent at their end, and what longer ones have beyond the mix does not count.
record Leftover(MixTape mix, List<MixTape> stems) implements MixTape {
    Leftover {
        stems = List.copyOf(stems);
    }

    @Override
    public long frames() {
        return mix.frames();
    }

    @Override
    public void read(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        mix.read(startFrame, planes, offset, frames);
        double[][] sum = new double[planes.length][frames];
        float[][] part = new float[planes.length][frames];
        for (MixTape stem : stems) {
            readPadded(stem, startFrame, part, frames);
            for (int channel = 0; channel < planes.length; channel++) {
                add(sum[channel], part[channel], frames);
            }
        }
        for (int channel = 0; channel < planes.length; channel++) {
            subtract(planes[channel], offset, sum[channel], frames);
        }
    }

    private static void add(double[] sum, float[] part, int frames) {
        for (int i = 0; i < frames; i++) {
            sum[i] += part[i];
        }
    }

    private static void subtract(float[] plane, int offset, double[] sum, int frames) {
        for (int i = 0; i < frames; i++) {
            float wanted = plane[offset + i];
            plane[offset + i] = (float) sum[i] == wanted ? 0 : (float) (wanted - sum[i]);
        }
    }

    /// Reads into `planes[channel][0 ..]`, with silence before the tape's begin and after its end.
    static void readPadded(MixTape tape, long startFrame, float[][] planes, int frames) throws IOException {
        long from = Math.clamp(startFrame, 0, tape.frames());
        long to = Math.clamp(startFrame + frames, 0, tape.frames());
        if (to - from < frames) {
            for (float[] plane : planes) {
                Arrays.fill(plane, 0, frames, 0);
            }
        }
        if (to > from) {
            tape.read(from, planes, (int) (from - startFrame), (int) (to - from));
        }
    }
}
