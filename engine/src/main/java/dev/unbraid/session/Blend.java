package dev.unbraid.session;

import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A weighted sum of tapes of one length: a stem, the rest beside a stem, or what is left of the mix.
record Blend(List<Term> terms) {
    record Term(MixTape tape, float gain) {}

    /// What each of the request's outputs is made of, in their order.
    static List<Blend> outputs(SeparateRequest request, Tapes tapes) {
        return switch (request.selection()) {
            case StemSelection.Each each -> alone(each.stems(), tapes).toList();
            case StemSelection.Locked locked -> alone(locked.stems(), tapes).toList();
            case StemSelection.AndResidual all ->
                Stream.concat(alone(all.stems(), tapes), Stream.of(residual(tapes))).toList();
            case StemSelection.Two two -> List.of(
                    new Blend(List.of(new Term(tapes.stem(two.stem()), 1))),
                    switch (two.rest()) {
                        case ADD -> new Blend(tapes.stemNames().stream()
                                .filter(name -> !name.equals(two.stem()))
                                .map(name -> new Term(tapes.stem(name), 1))
                                .toList());
                        case MINUS -> new Blend(
                                List.of(new Term(tapes.mixTape(), 1), new Term(tapes.stem(two.stem()), -1)));
                    });
        };
    }

    private static Stream<Blend> alone(List<String> stems, Tapes tapes) {
        return stems.stream().map(stem -> new Blend(List.of(new Term(tapes.stem(stem), 1))));
    }

    /// The mix minus all computed stems.
    static Blend residual(Tapes tapes) {
        return new Blend(List.of(new Term(new Leftover(tapes.mixTape(),
                tapes.stemNames().stream().<MixTape>map(tapes::stem).toList()), 1)));
    }

    void read(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        for (float[] plane : planes) {
            Arrays.fill(plane, offset, offset + frames, 0);
        }
        float[][] part = new float[planes.length][frames];
        for (Term term : terms) {
            term.tape().read(startFrame, part, 0, frames);
            for (int channel = 0; channel < planes.length; channel++) {
                addScaled(planes[channel], offset, part[channel], term.gain(), frames);
            }
        }
    }

    private static void addScaled(float[] sum, int offset, float[] part, float gain, int frames) {
        for (int i = 0; i < frames; i++) {
            sum[offset + i] += gain * part[i];
        }
    }
}
