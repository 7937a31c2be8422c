package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.TestEngine;
import dev.unbraid.dsp.RunningStatistics;
import dev.unbraid.separation.MemorySegments;
import dev.unbraid.separation.MemoryTape;
import dev.unbraid.separation.MixLevel;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.RunControl;
import dev.unbraid.separation.SeparationRun;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.separation.ShiftOffsets;
import dev.unbraid.separation.StemTape;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;

/// A whole track through the real network in miniature, against what the reference's own pipeline made of it.
class TrackGoldenTest {
    private static final double TOLERANCE = 1e-4;
    static final RunControl UNATTENDED = new RunControl() {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double done, double total) {
            // Nobody watches.
        }
    };
    private static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");

    @Test
    void aTrackInOverlappingSegments() throws Exception {
        Golden golden = Golden.open("track-single-model");
        assertSame(golden, "output.shifts0.overlap0.25", single(golden), SeparationSettings.DEFAULT, List.of(List.of()));
    }

    @Test
    void aTrackWithMoreOverlapAndASharperTransition() throws Exception {
        Golden golden = Golden.open("track-single-model");
        assertSame(golden, "output.shifts0.overlap0.5.power2", single(golden), new SeparationSettings(0, 0, 0.5, 2),
                List.of(List.of()));
    }

    @Test
    void aTrackAveragedOverTwoShifts() throws Exception {
        Golden golden = Golden.open("track-single-model");
        assertSame(golden, "output.shifts2.offsets1234_20011", single(golden), SeparationSettings.DEFAULT,
                List.of(List.of(1234, 20_011)));
    }

    @Test
    void aTrackThroughABagOfTwo() throws Exception {
        Golden golden = Golden.open("track-bag-of-two");
        JsonArray weights = JsonParser.parseString(Objects.requireNonNull(golden.file().metadata().get("bag_weights")))
                .getAsJsonArray();
        List<ModelBag.Member> members = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            members.add(member(golden, "weight:%d.".formatted(i), weights.get(i)));
        }
        ModelBag bag = new ModelBag("two", STEMS, new AudioSpec(44_100, 2), members);
        assertSame(golden, "output", bag, SeparationSettings.DEFAULT, List.of(List.of(), List.of()));
    }

    private static ModelBag single(Golden golden) throws CheckpointException {
        ModelBag.Member member = member(golden, "weight:", JsonParser.parseString("[1, 1, 1, 1]"));
        return new ModelBag("one", STEMS, new AudioSpec(44_100, 2), List.of(member));
    }

    private static ModelBag.Member member(Golden golden, String prefix, JsonElement weights) throws CheckpointException {
        HtDemucsSpec spec = HtDemucsSpecReader.read(golden.checkpoint(prefix).arguments());
        List<Double> shares = weights.getAsJsonArray().asList().stream().map(JsonElement::getAsDouble).toList();
        return new ModelBag.Member(spec.sound().segmentFrames(), shares, () -> {
            try {
                return HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(), golden.checkpoint(prefix));
            } catch (CheckpointException e) {
                throw new ModelUnavailableException(e.getMessage(), e);
            }
        });
    }

    static MixLevel level(float[][] mix) {
        float[] mono = new float[mix[0].length];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (mix[0][i] + mix[1][i]) / 2;
        }
        RunningStatistics statistics = new RunningStatistics();
        statistics.add(mono, 0, mono.length);
        return new MixLevel(statistics.mean(), statistics.standardDeviation());
    }

    private static void assertSame(Golden golden, String output, ModelBag bag, SeparationSettings settings,
            List<List<Integer>> shifts) throws Exception {
        float[] input = golden.floats("input");
        int frames = input.length / 2;
        float[][] mix = {Arrays.copyOf(input, frames), Arrays.copyOfRange(input, frames, 2 * frames)};
        Map<String, StemTape> tapes = new LinkedHashMap<>();
        STEMS.forEach(stem -> tapes.put(stem, new MemoryTape(2, frames)));
        new SeparationRun(bag, settings, new ShiftOffsets(shifts), new MemoryTape(mix), level(mix))
                .run(tapes, new MemorySegments(), UNATTENDED);
        float[] wanted = golden.floats(output);
        double peak = 0;
        for (float value : wanted) {
            peak = Math.max(peak, Math.abs(value));
        }
        for (int stem = 0; stem < STEMS.size(); stem++) {
            float[][] found = ((MemoryTape) Objects.requireNonNull(tapes.get(STEMS.get(stem)))).planes;
            for (int channel = 0; channel < 2; channel++) {
                int from = (2 * stem + channel) * frames;
                float[] plane = found[channel];
                double error = DoubleStream.iterate(0, i -> i < frames, i -> i + 1)
                        .map(i -> Math.abs(plane[(int) i] - wanted[from + (int) i])).max().orElseThrow();
                assertThat(error / peak).as("%s, channel %d", STEMS.get(stem), channel).isLessThan(TOLERANCE);
            }
        }
    }
}
