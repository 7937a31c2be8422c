package dev.unbraid.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class DisagreementTest {
    private static final int RATE = 44_100;
    private static final AudioSpec MONO = new AudioSpec(RATE, 1);
    private static final int FRAMES = 3 * RATE + 17;
    private static final SeparationSettings TWICE = SeparationSettings.DEFAULT.withShifts(2, 7);
    /// Between the columns' windows and the bands' edges.
    private static final double LEAK_DB = -55;

    private static final RunControl PATIENT = new RunControl() {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double done, double total) {}
    };

    /// Answers with what it is shown.
    private static final class Repeating implements SegmentModel {
        private final int segmentFrames;

        Repeating(int segmentFrames) {
            this.segmentFrames = segmentFrames;
        }

        @Override
        public List<String> stems() {
            return List.of("a");
        }

        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int segmentFrames() {
            return segmentFrames;
        }

        @Override
        public float[] separate(float[] mix) {
            return mix.clone();
        }

        @Override
        public void close() {}
    }

    private static float[][] noise() {
        Random random = new Random(1);
        float[][] planes = new float[1][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            planes[0][i] = (float) (0.1 * random.nextGaussian());
        }
        return planes;
    }

    private static SeparationRun run(SeparationSettings settings, ShiftOffsets shifts, MemoryTape mix) {
        ModelBag bag = ModelBag.of("toy", MONO, List.of("a"), 20_000, () -> new Repeating(20_000));
        return new SeparationRun(bag, settings, shifts, mix, new MixLevel(0, 1));
    }

    /// Two passes of a whole run, the outputs of the second with something besides.
    private static Disagreement disagreement(MemoryTape mix, int shift, Beside beside) throws Exception {
        SeparationRun run = run(TWICE, new ShiftOffsets(List.of(List.of(100, shift))), mix);
        MemorySegments store = new MemorySegments();
        run.run(Map.of("a", new MemoryTape(1, FRAMES)), store, PATIENT);
        store.released.clear();
        long second = shift - RATE / 2;
        SegmentPlan plan = SegmentPlan.of(new FrameRange(second, FRAMES), 20_000, TWICE);
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < plan.segments(); i++) {
            starts.add(plan.segment(i).context().start());
        }
        store.kept.forEach((key, output) -> {
            if (starts.contains(key.startFrame())) {
                for (int i = 0; i < output.length; i++) {
                    output[i] += beside.at(key.startFrame() + i);
                }
            }
        });
        return run.disagreement("a", store, () -> false).orElseThrow();
    }

    private interface Beside {
        float at(long frame);
    }

    @Test
    void passesThatAreTheSameDisagreeInNothingAnywhere() throws Exception {
        Disagreement none = disagreement(new MemoryTape(noise()), 100, _ -> 0);
        assertThat(none.columns()).isEqualTo(Disagreement.columns(FRAMES));
        for (int column = 0; column < none.columns(); column++) {
            for (int band = 0; band < Disagreement.BANDS; band++) {
                assertThat(none.db(column, band)).isEqualTo(Double.NEGATIVE_INFINITY);
            }
        }
    }

    @Test
    void aToneThatOnePassHasMoreOfIsSeenInItsBandAndItsTimeAloneAtItsLevel() throws Exception {
        double hz = 2_000;
        long from = RATE;
        long to = 2 * RATE;
        float[][] tone = new float[1][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            tone[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / RATE));
        }
        // A tenth more in one of two passes: the mean has 1.05 of the tone, and either pass is 0.05 away from it.
        Disagreement seen = disagreement(new MemoryTape(tone), 5_000,
                frame -> frame >= from && frame < to ? 0.1f * tone[0][(int) frame] : 0);
        double wanted = 20 * Math.log10(0.05 / 1.05);
        int own = seen.bandOf(hz);
        for (int column = 0; column < seen.columns(); column++) {
            long middle = (long) column * Disagreement.HOP;
            boolean within = middle - Disagreement.WINDOW / 2 >= from && middle + Disagreement.WINDOW / 2 <= to;
            boolean outside = middle + Disagreement.WINDOW / 2 <= from || middle - Disagreement.WINDOW / 2 >= to;
            if (within) {
                assertThat(seen.db(column, own)).isCloseTo(wanted, within(0.6));
            }
            if (outside) {
                for (int band = 0; band < Disagreement.BANDS; band++) {
                    assertThat(seen.db(column, band)).as("column %d, band %d", column, band).isEqualTo(Double.NEGATIVE_INFINITY);
                }
            }
        }
    }

    @Test
    void otherBandsHearNothingOfIt() throws Exception {
        double hz = 2_000;
        Disagreement seen = disagreement(new MemoryTape(noise()), 5_000,
                frame -> (float) (0.01 * Math.sin(2 * Math.PI * hz * frame / RATE)));
        int own = seen.bandOf(hz);
        int column = seen.columns() / 2;
        assertThat(seen.db(column, own)).isGreaterThan(-30);
        for (int band = 0; band < Disagreement.BANDS; band++) {
            if (Math.abs(band - own) > 1) {
                assertThat(seen.db(column, band)).as("band %d", band).isLessThan(LEAK_DB);
            }
        }
    }

    @Test
    void onePassDisagreesWithNobodyAndWhatTheStoreLetGoIsNotMadeAgain() throws Exception {
        MemoryTape mix = new MemoryTape(noise());
        SeparationRun once = run(TWICE.withShifts(1, 7), new ShiftOffsets(List.of(List.of(100))), mix);
        assertThat(once.disagreement("a", new MemorySegments(), () -> false)).isEqualTo(Optional.empty());
        SeparationRun twice = run(TWICE, new ShiftOffsets(List.of(List.of(100, 200))), mix);
        assertThat(twice.disagreement("a", new MemorySegments(), () -> false)).isEqualTo(Optional.empty());
    }
}
