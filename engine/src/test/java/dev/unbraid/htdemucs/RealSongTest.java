package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.TestEngine;
import dev.unbraid.dsp.SeparationScore;
import dev.unbraid.separation.MemorySegments;
import dev.unbraid.separation.MemoryTape;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SeparationRun;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.separation.ShiftOffsets;
import dev.unbraid.separation.StemTape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The real weights on a real song, against the reference and against the song's true stems.
@Tag("checkpoint")
class RealSongTest {
    private static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");
    /// What the reference itself reaches on this clip, in dB.
    private static final List<Double> TRUE_SDR = List.of(14.55, 12.60, 8.95, 14.64);

    /// Half precision is emulated where the processor has no units for it: slow, and as good.
    @ParameterizedTest
    @CsvSource({"FLOAT32, PYTORCH, 80", "FLOAT32, JAVA, 80", "BFLOAT16, PYTORCH, 55"})
    void everyStemEqualsTheReferenceAndScoresAsItDoes(Precision precision, Arithmetic arithmetic, double leastSdr)
            throws Exception {
        Golden golden = Golden.open("real-80s-rock");
        Checkpoint checkpoint = RealWeights.find();
        float[][] mix = planes(golden, "input", 0);
        Map<String, StemTape> tapes = new LinkedHashMap<>();
        STEMS.forEach(stem -> tapes.put(stem, new MemoryTape(2, mix[0].length)));
        int segment = HtDemucsSpecReader.read(checkpoint.arguments()).sound().segmentFrames();
        ModelBag bag = ModelBag.of("htdemucs", new AudioSpec(44_100, 2), STEMS, segment, () -> {
            try {
                return switch (arithmetic) {
                    case PYTORCH -> HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(), precision, checkpoint);
                    case JAVA -> VectorModel.load(checkpoint, 2);
                };
            } catch (CheckpointException e) {
                throw new ModelUnavailableException(e.getMessage(), e);
            }
        });
        new SeparationRun(bag, SeparationSettings.DEFAULT, new ShiftOffsets(List.of(List.of())), new MemoryTape(mix),
                TrackGoldenTest.level(mix)).run(tapes, new MemorySegments(), TrackGoldenTest.UNATTENDED);
        for (int stem = 0; stem < STEMS.size(); stem++) {
            float[][] found = ((MemoryTape) Objects.requireNonNull(tapes.get(STEMS.get(stem)))).planes;
            assertThat(sdr(planes(golden, "output", stem), found)).as(STEMS.get(stem)).isGreaterThan(leastSdr);
            assertThat(sdr(planes(golden, "stems", stem), found)).as(STEMS.get(stem))
                    .isCloseTo(TRUE_SDR.get(stem), within(0.02));
        }
    }

    private static float[][] planes(Golden golden, String name, int stem) {
        List<Integer> shape = golden.shape(name);
        int frames = shape.getLast();
        float[] all = golden.floats(name);
        int from = 2 * stem * frames;
        return new float[][] {Arrays.copyOfRange(all, from, from + frames),
            Arrays.copyOfRange(all, from + frames, from + 2 * frames)};
    }

    private static double sdr(float[][] reference, float[][] estimate) {
        SeparationScore score = new SeparationScore(44_100);
        score.add(reference, estimate, 0, reference[0].length);
        return score.sdr().orElseThrow();
    }
}
