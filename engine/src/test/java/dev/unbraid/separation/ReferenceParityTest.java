package dev.unbraid.separation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Holds the pipeline to numbers that the reference's own code made; see the README beside them.
class ReferenceParityTest {
    private static final AudioSpec SPEC = new AudioSpec(100, 2);
    private static final List<String> STEMS = List.of("high", "low");

    record Case(
            String name,
            int segmentFrames,
            List<Float> tilts,
            List<List<Double>> weights,
            List<List<Integer>> offsets,
            double overlap,
            double power,
            String input,
            float[][][] output) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record File(
            @com.google.gson.annotations.SerializedName("long") float[][] longInput,
            @com.google.gson.annotations.SerializedName("short") float[][] shortInput,
            List<Case> cases) {}

    private static File golden() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ReferenceParityTest.class.getResourceAsStream(
                        "/golden/separation/toy-network.json")),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Case> cases() {
        return golden().cases();
    }

    /// The toy of the README: its answer depends on the place in the segment and on what lies around a short one.
    private static final class Toy extends FractionsNetwork {
        private final float tilt;

        Toy(int segmentFrames, float tilt) {
            super(segmentFrames, List.of(1f, 1f));
            this.tilt = tilt;
        }

        @Override
        public List<String> stems() {
            return STEMS;
        }

        @Override
        public float[] separate(float[] mix) {
            int frames = segmentFrames();
            float[] output = new float[2 * mix.length];
            for (int at = 0; at < mix.length; at++) {
                float ramp = (float) (at % frames) / frames;
                float mirror = mix[mix.length - 1 - at];
                float tanh = (float) Math.tanh(mix[at]);
                output[at] = tanh * (0.5f + ramp) + tilt * mirror;
                output[mix.length + at] = mix[at] - tanh * ramp + 2 * tilt * mirror;
            }
            return output;
        }
    }

    private static MixLevel level(float[][] planes) {
        int frames = planes[0].length;
        double[] mono = new double[frames];
        double mean = 0;
        for (int i = 0; i < frames; i++) {
            mono[i] = (planes[0][i] + planes[1][i]) / 2.0;
            mean += mono[i] / frames;
        }
        double squares = 0;
        for (double sample : mono) {
            squares += (sample - mean) * (sample - mean);
        }
        return new MixLevel(mean, Math.sqrt(squares / (frames - 1)));
    }

    private static final RunControl QUIET = new RunControl() {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double done, double total) {}
    };

    @ParameterizedTest
    @MethodSource("cases")
    void theWholeTrackComesOutAsTheReferenceMakesIt(Case golden) throws Exception {
        float[][] input = golden.input().equals("long") ? golden().longInput() : golden().shortInput();
        List<ModelBag.Member> members = new ArrayList<>();
        for (int i = 0; i < golden.tilts().size(); i++) {
            float tilt = golden.tilts().get(i);
            members.add(new ModelBag.Member(
                    golden.segmentFrames(), golden.weights().get(i), () -> new Toy(golden.segmentFrames(), tilt)));
        }
        ModelBag bag = new ModelBag("toy", STEMS, SPEC, members);
        Map<String, StemTape> tapes = new LinkedHashMap<>();
        STEMS.forEach(stem -> tapes.put(stem, new MemoryTape(2, input[0].length)));
        SeparationSettings settings = new SeparationSettings(0, 0, golden.overlap(), golden.power());
        new SeparationRun(bag, settings, new ShiftOffsets(golden.offsets()), new MemoryTape(input), level(input))
                .run(tapes, new MemorySegments(), QUIET);
        for (int stem = 0; stem < STEMS.size(); stem++) {
            float[][] ours = ((MemoryTape) tapes.get(STEMS.get(stem))).planes;
            for (int channel = 0; channel < 2; channel++) {
                // Float32 against float32: some roundings of samples around 1.
                assertThat(ours[channel])
                        .usingComparatorWithPrecision(2e-6f)
                        .containsExactly(golden.output()[stem][channel]);
            }
        }
    }
}
