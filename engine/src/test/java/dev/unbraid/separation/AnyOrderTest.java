package dev.unbraid.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

class AnyOrderTest {
    private static final AudioSpec SPEC = new AudioSpec(100, 2);
    private static final List<String> STEMS = List.of("a", "b", "c");

    private final Random random = new Random(11);

    /// Looks at another frame before each segment, and stops after so many.
    private final class Restless implements RunControl {
        private final long frames;
        private final int stopAfter;
        private int done;
        private int reused;

        Restless(long frames, int stopAfter) {
            this.frames = frames;
            this.stopAfter = stopAfter;
        }

        @Override
        public OptionalLong focusFrame() {
            return random.nextInt(5) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextLong(-50, frames + 50));
        }

        @Override
        public Set<String> firstStems() {
            return random.nextBoolean() ? Set.of() : Set.of(STEMS.get(random.nextInt(3)));
        }

        @Override
        public boolean isCancelled() {
            return done >= stopAfter;
        }

        @Override
        public void progress(double segments, double total) {
            done++;
            assertThat(segments).isEqualTo(done).isLessThanOrEqualTo(total);
        }

        @Override
        public void reused() {
            reused++;
        }
    }

    /// Knows what was said of each frame.
    private static class Watched implements StemTape {
        final MemoryTape tape;
        Coverage settled = Coverage.NONE;
        Coverage drafted = Coverage.NONE;

        Watched(int frames) {
            tape = new MemoryTape(2, frames);
        }

        @Override
        public long frames() {
            return tape.frames();
        }

        @Override
        public void read(long startFrame, float[][] planes, int offset, int frames) {
            tape.read(startFrame, planes, offset, frames);
        }

        @Override
        public void write(long startFrame, float[][] planes, int offset, int frames) {
            Coverage written = Coverage.of(new FrameRange(startFrame, startFrame + frames));
            assertThat(settled.and(written)).as("written after it was settled").isEqualTo(Coverage.NONE);
            tape.write(startFrame, planes, offset, frames);
        }

        @Override
        public void settled(FrameRange range) {
            assertThat(settled.and(Coverage.of(range))).as("settled twice").isEqualTo(Coverage.NONE);
            settled = settled.with(range);
        }

        @Override
        public void draft(long startFrame, float[][] planes, int offset, int frames) {
            FrameRange range = new FrameRange(startFrame, startFrame + frames);
            assertThat(settled.and(Coverage.of(range))).as("drafted when settled").isEqualTo(Coverage.NONE);
            assertThat(drafted.and(Coverage.of(range))).as("drafted twice").isEqualTo(Coverage.NONE);
            drafted = drafted.with(range);
        }
    }

    private static MemoryTape noise(int frames) {
        MemoryTape mix = new MemoryTape(2, frames);
        Random random = new Random(frames);
        for (float[] plane : mix.planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) random.nextGaussian() * 0.2f + 0.1f;
            }
        }
        return mix;
    }

    /// One to three networks of different lengths; which stems each counts for, and how much, is chance.
    private ModelBag bag(List<Integer> asked) {
        int members = 1 + random.nextInt(3);
        List<ModelBag.Member> all = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            int width = List.of(60, 61, 90).get(random.nextInt(3));
            float tilt = member * 0.37f;
            // The first gives all stems, so that none is left out.
            List<Double> weights = STEMS.stream()
                    .map(stem -> all.isEmpty() ? 1.0 : List.of(0.0, 0.5, 3.0).get(random.nextInt(3))).toList();
            all.add(new ModelBag.Member(width, weights,
                    () -> new TwistingNetwork(SPEC, width, STEMS, tilt, asked)));
        }
        return new ModelBag("toy", STEMS, SPEC, all);
    }

    private static Map<String, Watched> tapes(List<String> stems, int frames) {
        Map<String, Watched> tapes = new LinkedHashMap<>();
        stems.forEach(stem -> tapes.put(stem, new Watched(frames)));
        return tapes;
    }

    private static void assertSame(Map<String, float[][]> wanted, Map<String, Watched> found) {
        wanted.forEach((stem, planes) -> {
            for (int channel = 0; channel < planes.length; channel++) {
                float[] plane = found.get(stem).tape.planes[channel];
                for (int i = 0; i < plane.length; i++) {
                    assertThat(Float.floatToRawIntBits(plane[i])).as("%s, frame %d", stem, i)
                            .isEqualTo(Float.floatToRawIntBits(planes[channel][i]));
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 0.75, 0.9})
    void anyOrderGivesTheBitsOfFrontToBack(double overlap) throws Exception {
        for (int round = 0; round < 25; round++) {
            int frames = List.of(1, 2, 59, 60, 61, 120, 333, 777).get(random.nextInt(8));
            List<String> wanted = round % 3 == 0 ? List.of("b") : STEMS;
            ModelBag bag = bag(new ArrayList<>());
            SeparationSettings settings = new SeparationSettings(random.nextInt(4), round, overlap, 1 + random.nextInt(2));
            ShiftOffsets shifts = ShiftOffsets.drawn(bag, settings);
            MemoryTape mix = noise(frames);
            MixLevel level = new MixLevel(0.1, 0.21);
            Map<String, Watched> tapes = tapes(wanted, frames);
            MemorySegments store = new MemorySegments();
            new SeparationRun(bag, settings, shifts, mix, level)
                    .run(Map.copyOf(tapes), store, new Restless(frames, Integer.MAX_VALUE));
            assertSame(new FrontToBack(bag, settings, shifts, mix, level).separate(wanted), tapes);
            tapes.values().forEach(tape ->
                    assertThat(tape.settled).isEqualTo(Coverage.of(new FrameRange(0, frames))));
            assertThat(store.released).as("used up").isEqualTo(store.kept.keySet());
        }
    }

    @Test
    void whatWasStoppedAndGoesOnGivesTheSameBitsAndComputesNothingTwice() throws Exception {
        for (int round = 0; round < 60; round++) {
            List<Integer> asked = new ArrayList<>();
            ModelBag bag = bag(asked);
            SeparationSettings settings = new SeparationSettings(random.nextInt(3), round, 0.25, 1);
            ShiftOffsets shifts = ShiftOffsets.drawn(bag, settings);
            MemoryTape mix = noise(500);
            SeparationRun run = new SeparationRun(bag, settings, shifts, mix, new MixLevel(0.1, 0.21));
            MemorySegments store = new MemorySegments();
            Restless stopped = new Restless(500, random.nextInt(12));
            run.run(Map.copyOf(tapes(STEMS, 500)), store, stopped);
            int computed = store.puts;
            // Passes that happen to have the same shift share what was computed.
            assertThat(computed).isEqualTo(stopped.done - stopped.reused);
            Map<String, Watched> tapes = tapes(STEMS, 500);
            store.released.clear();
            Restless again = new Restless(500, Integer.MAX_VALUE);
            SeparationOutcome outcome = run.run(Map.copyOf(tapes), store, again);
            assertThat(outcome).isEqualTo(new SeparationOutcome.Finished(again.done, again.reused));
            assertThat(again.reused).isEqualTo(again.done - (store.puts - computed)).isGreaterThanOrEqualTo(computed);
            assertThat(asked).hasSize(store.kept.size());
            assertSame(new FrontToBack(bag, settings, shifts, mix, new MixLevel(0.1, 0.21)).separate(STEMS), tapes);
        }
    }

    private record Focus(long frame, BooleanSupplier stop) implements RunControl {
        @Override
        public OptionalLong focusFrame() {
            return OptionalLong.of(frame);
        }

        @Override
        public boolean isCancelled() {
            return stop.getAsBoolean();
        }

        @Override
        public void progress(double segments, double total) {}
    }

    private List<Long> startsAfter(int segments, long focus, MemorySegments store) throws Exception {
        List<Integer> made = new ArrayList<>();
        ModelBag bag = ModelBag.of("toy", SPEC, STEMS, 100, () -> new TwistingNetwork(SPEC, 100, STEMS, 0, made));
        SeparationSettings settings = SeparationSettings.DEFAULT;
        Set<Long> before = store.startFrames(0);
        store.released.clear();
        Map<String, Watched> tapes = tapes(STEMS, 1_000);
        new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), noise(1_000), new MixLevel(0, 1))
                .run(Map.copyOf(tapes), store, new Focus(focus, () -> made.size() >= segments));
        return store.startFrames(0).stream().filter(start -> !before.contains(start)).sorted().toList();
    }

    @Test
    void theSegmentInFocusComesFirstThenThoseAheadRatherThanThoseBehind() throws Exception {
        assertThat(startsAfter(1, 500, new MemorySegments())).containsExactly(450L);
        assertThat(startsAfter(2, 500, new MemorySegments())).containsExactly(450L, 525L);
        // What ends 25 frames behind is as near as what begins 78 ahead.
        assertThat(startsAfter(3, 500, new MemorySegments())).containsExactly(375L, 450L, 525L);
        assertThat(startsAfter(3, 535, new MemorySegments())).containsExactly(450L, 525L, 600L);
        assertThat(startsAfter(4, 500, new MemorySegments())).containsExactly(375L, 450L, 525L, 600L);
    }

    @Test
    void ofTwoSegmentsThatHoldTheFocusTheOneThatReachesFurtherComesFirst() throws Exception {
        assertThat(startsAfter(1, 530, new MemorySegments())).containsExactly(525L);
        assertThat(startsAfter(2, 530, new MemorySegments())).containsExactly(450L, 525L);
    }

    @Test
    void whatIsDamagedIsMadeAgain() throws Exception {
        MemorySegments store = new MemorySegments();
        store.damaged.add(new SegmentKey(0, 75, 6, 100));
        startsAfter(Integer.MAX_VALUE, 0, store);
        assertThat(store.kept).hasSize(14);
    }

    @Test
    void oneSegmentIsHeardWholeAsADraftAtOnce() throws Exception {
        Map<String, Watched> tapes = tapes(STEMS, 1_000);
        AtomicBoolean made = new AtomicBoolean();
        ModelBag bag = ModelBag.of("toy", SPEC, STEMS, 100, () -> new FractionsNetwork(SPEC, 100, List.of(1f, 1f, 1f)) {
            @Override
            public List<String> stems() {
                return STEMS;
            }

            @Override
            public float[] separate(float[] mix) {
                made.set(true);
                return super.separate(mix);
            }
        });
        MemoryTape mix = noise(1_000);
        List<float[]> heard = new ArrayList<>();
        Watched watched = new Watched(1_000) {
            @Override
            public void draft(long startFrame, float[][] planes, int offset, int frames) {
                super.draft(startFrame, planes, offset, frames);
                heard.add(new float[] {planes[0][offset], mix.planes[0][(int) startFrame]});
            }
        };
        tapes.put("a", watched);
        SeparationSettings settings = SeparationSettings.DEFAULT;
        new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), mix, new MixLevel(0.1, 0.2))
                .run(Map.copyOf(tapes), new MemorySegments(), new Focus(500, made::get));
        assertThat(watched.settled).isEqualTo(Coverage.of(new FrameRange(475, 525)));
        assertThat(watched.drafted.ranges()).containsExactly(new FrameRange(450, 475), new FrameRange(525, 550));
        assertThat(heard).allSatisfy(pair -> assertThat(pair[0]).isCloseTo(pair[1], within(1e-5f)));
    }

    @Test
    void networksThatHaveNoShareInTheFirstStemsComeLastAndThoseWithNothingMissingAreNotOpened() throws Exception {
        List<Integer> opened = new ArrayList<>();
        List<ModelBag.Member> members = new ArrayList<>();
        for (int member = 0; member < 3; member++) {
            int self = member;
            List<Double> weights = STEMS.stream().map(stem -> STEMS.indexOf(stem) == self ? 1.0 : 0.0).toList();
            members.add(new ModelBag.Member(100, weights, () -> {
                opened.add(self);
                return new TwistingNetwork(SPEC, 100, STEMS, self, new ArrayList<>());
            }));
        }
        ModelBag bag = new ModelBag("toy", STEMS, SPEC, members);
        SeparationSettings settings = SeparationSettings.DEFAULT;
        SeparationRun run = new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), noise(500), new MixLevel(0, 1));
        RunControl vocals = new RunControl() {
            @Override
            public Set<String> firstStems() {
                return Set.of("c");
            }

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void progress(double done, double total) {}
        };
        MemorySegments store = new MemorySegments();
        run.run(Map.copyOf(tapes(STEMS, 500)), store, vocals);
        assertThat(opened).containsExactly(2, 0, 1);
        opened.clear();
        store.released.clear();
        store.kept.remove(new SegmentKey(1, 75, 2, 100));
        run.run(Map.copyOf(tapes(STEMS, 500)), store, vocals);
        assertThat(opened).containsExactly(1);
    }
}
