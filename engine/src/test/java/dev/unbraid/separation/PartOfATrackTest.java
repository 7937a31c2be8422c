package dev.unbraid.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class PartOfATrackTest {
    private static final AudioSpec SPEC = new AudioSpec(100, 2);
    private static final List<String> STEMS = List.of("a", "b");
    private static final int SEGMENT = 60;
    private static final RunControl PATIENT = new RunControl() {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double done, double total) {
            assertThat(done).isLessThanOrEqualTo(total);
        }
    };

    private static MemoryTape noise(Random random, int frames) {
        MemoryTape mix = new MemoryTape(2, frames);
        for (float[] plane : mix.planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) random.nextGaussian() * 0.2f;
            }
        }
        return mix;
    }

    private static Map<String, MemoryTape> tapes(MemoryTape mix) {
        Map<String, MemoryTape> tapes = new LinkedHashMap<>();
        STEMS.forEach(stem -> tapes.put(stem, new MemoryTape(2, (int) mix.frames())));
        return tapes;
    }

    private static ModelBag bag(List<Integer> asked) {
        return new ModelBag("bag", STEMS, SPEC, List.of(
                new ModelBag.Member(SEGMENT, List.of(1.0, 0.5),
                        () -> new TwistingNetwork(SPEC, SEGMENT, STEMS, 0.3f, asked)),
                new ModelBag.Member(SEGMENT, List.of(0.0, 1.0),
                        () -> new TwistingNetwork(SPEC, SEGMENT, STEMS, 0.7f, asked))));
    }

    /// The segments, told apart by what the network sees, that answer for a frame of the part.
    private static int touched(ModelBag bag, SeparationSettings settings, FrameRange part, long frames) {
        int sum = 0;
        for (List<Integer> offsets : ShiftOffsets.drawn(bag, settings).ofMember()) {
            Set<Segment> segments = new HashSet<>();
            Set<Long> starts = new HashSet<>();
            List<FrameRange> passes = offsets.isEmpty()
                    ? List.of(new FrameRange(0, frames))
                    : offsets.stream().map(offset -> new FrameRange(offset - 50, frames)).toList();
            for (FrameRange pass : passes) {
                SegmentPlan plan = SegmentPlan.of(pass, SEGMENT, settings);
                for (int i = 0; i < plan.segments(); i++) {
                    Segment segment = plan.segment(i);
                    boolean touches = segment.range().start() < part.end() && part.start() < segment.range().end();
                    if (touches && starts.add(segment.context().start())) {
                        segments.add(segment);
                    }
                }
            }
            sum += segments.size();
        }
        return sum;
    }

    @RepeatedTest(60)
    void aPartIsTheSameBytesAsInTheWholeAndRunsWhatTouchesItAlone(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        MemoryTape mix = noise(random, 1 + random.nextInt(900));
        int frames = (int) mix.frames();
        double overlap = List.of(0.0, 0.1, 0.25, 0.5, 0.8, 0.95).get(random.nextInt(6));
        SeparationSettings settings = new SeparationSettings(random.nextInt(4), random.nextLong(), overlap, 1);
        int start = random.nextInt(frames);
        FrameRange part = new FrameRange(start, start + 1 + random.nextInt(frames - start));

        List<Integer> askedOfWhole = new ArrayList<>();
        Map<String, MemoryTape> whole = tapes(mix);
        run(bag(askedOfWhole), settings, mix).run(Map.copyOf(whole), new MemorySegments(), PATIENT);
        List<Integer> asked = new ArrayList<>();
        ModelBag bag = bag(asked);
        Map<String, MemoryTape> some = tapes(mix);
        run(bag, settings, mix).run(part, Map.copyOf(some), new MemorySegments(), PATIENT);

        for (String stem : STEMS) {
            for (int channel = 0; channel < 2; channel++) {
                for (int i = 0; i < frames; i++) {
                    float expected = part.start() <= i && i < part.end() ? whole.get(stem).planes[channel][i] : 0;
                    assertThat(some.get(stem).planes[channel][i]).as("%s at %d of %s", stem, i, part).isEqualTo(expected);
                }
            }
        }
        assertThat(asked).hasSize(touched(bag, settings, part, frames));
    }

    private static SeparationRun run(ModelBag bag, SeparationSettings settings, MemoryTape mix) {
        return new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), mix, new MixLevel(0, 0.2));
    }

    @Test
    void aPartThatIsNoneOfTheTrackIsRefused() {
        MemoryTape mix = noise(new Random(1), 100);
        SeparationRun run = run(bag(new ArrayList<>()), SeparationSettings.DEFAULT, mix);
        for (FrameRange part : List.of(new FrameRange(5, 5), new FrameRange(-1, 5), new FrameRange(50, 101))) {
            assertThatIllegalArgumentException().isThrownBy(() ->
                    run.run(part, Map.copyOf(tapes(mix)), new MemorySegments(), PATIENT));
        }
    }
}
