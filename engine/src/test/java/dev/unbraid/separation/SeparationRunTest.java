package dev.unbraid.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class SeparationRunTest {
    private static final AudioSpec SPEC = new AudioSpec(100, 2);
    private static final int SEGMENT = 60;

    /// Stops after a number of segments and keeps what it was told.
    private record Watch(int stopAfter, List<Double> done) implements RunControl {
        static Watch patient() {
            return new Watch(Integer.MAX_VALUE, new ArrayList<>());
        }

        @Override
        public boolean isCancelled() {
            return done.size() >= stopAfter;
        }

        @Override
        public void progress(double segments, double total) {
            assertThat(segments).isLessThanOrEqualTo(total);
            done.add(segments / total);
        }
    }

    private static MemoryTape noise(int frames) {
        MemoryTape mix = new MemoryTape(2, frames);
        Random random = new Random(1);
        for (float[] plane : mix.planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) random.nextGaussian() * 0.2f + 0.1f;
            }
        }
        return mix;
    }

    private static ModelBag.Member member(List<Double> weights, SegmentModel model) {
        return new ModelBag.Member(model.segmentFrames(), weights, () -> model);
    }

    private static ModelBag bag(SegmentModel model) {
        return ModelBag.of("toy", SPEC, model.stems(), model.segmentFrames(), () -> model);
    }

    private static Map<String, MemoryTape> tapes(List<String> stems, MemoryTape mix) {
        Map<String, MemoryTape> tapes = new LinkedHashMap<>();
        stems.forEach(stem -> tapes.put(stem, new MemoryTape(2, (int) mix.frames())));
        return tapes;
    }

    private static SeparationOutcome run(
            ModelBag bag, SeparationSettings settings, MemoryTape mix, Map<String, MemoryTape> to, RunControl control)
            throws Exception {
        return new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), mix, new MixLevel(0.1, 0.2))
                .run(Map.copyOf(to), new MemorySegments(), control);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.25", "1, 2, 0.25", "2, 0, 0.25", "59, 0, 0.25", "60, 0, 0.25", "61, 0, 0.25", "120, 0, 0.25",
        "121, 0, 0", "180, 1, 0.5", "777, 3, 0.25", "777, 0, 0.9", "777, 0, 0.99", "778, 1, 0.75"
    })
    void aNetworkThatPassesTheMixOnGivesBackTheMix(int frames, int shifts, double overlap) throws Exception {
        MemoryTape mix = noise(frames);
        ModelBag bag = bag(new FractionsNetwork(SEGMENT, List.of(1f)));
        Map<String, MemoryTape> stems = tapes(bag.stems(), mix);
        SeparationSettings settings = new SeparationSettings(shifts, 5, overlap, 1);
        run(bag, settings, mix, stems, Watch.patient());
        for (int channel = 0; channel < 2; channel++) {
            assertThat(stems.get("stem1.0").planes[channel])
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(mix.planes[channel]);
        }
    }

    @Test
    void aShortSegmentIsPaddedWithItsNeighboursNotWithSilence() throws Exception {
        List<float[]> seen = new ArrayList<>();
        SegmentModel network = new FractionsNetwork(SEGMENT, List.of(1f)) {
            @Override
            public float[] separate(float[] mix) {
                seen.add(mix.clone());
                return super.separate(mix);
            }
        };
        MemoryTape mix = noise(100);
        ModelBag bag = bag(network);
        run(bag, SeparationSettings.DEFAULT, mix, tapes(bag.stems(), mix), Watch.patient());
        float[] last = seen.getLast();
        assertThat(last[0]).isCloseTo((mix.planes[0][90 - 25] - 0.1f) / 0.2f, within(1e-5f));
        assertThat(last[34]).isCloseTo((mix.planes[0][99] - 0.1f) / 0.2f, within(1e-5f));
        assertThat(last[35]).isZero();
    }

    @Test
    void networksThatGiveNothingToTheWantedStemsAreNotOpened() throws Exception {
        FractionsNetwork network = new FractionsNetwork(SEGMENT, List.of(0.25f, 0.75f));
        ModelBag bag = new ModelBag("bag", network.stems(), SPEC, List.of(
                new ModelBag.Member(SEGMENT, List.of(1.0, 0.0), () -> {
                    throw new AssertionError("not needed");
                }),
                member(List.of(0.0, 1.0), network)));
        assertThat(bag.needed(List.of("stem0.75"))).containsExactly(1);
        MemoryTape mix = noise(200);
        Map<String, MemoryTape> stems = tapes(List.of("stem0.75"), mix);
        assertThat(run(bag, SeparationSettings.DEFAULT, mix, stems, Watch.patient()))
                .isEqualTo(new SeparationOutcome.Finished(5, 0));
        assertThat(network.closed).isTrue();
    }

    @Test
    void oneStemAloneHasTheSameBytesAsAmongAll() throws Exception {
        List<String> stems = new FractionsNetwork(SEGMENT, List.of(0.25f, 0.75f)).stems();
        ModelBag bag = new ModelBag("bag", stems, SPEC, List.of(
                member(List.of(1.0, 0.0), new FractionsNetwork(SEGMENT, List.of(0.25f, 0.75f))),
                member(List.of(0.0, 1.0), new FractionsNetwork(SEGMENT, List.of(0.25f, 0.75f)))));
        MemoryTape mix = noise(333);
        SeparationSettings settings = SeparationSettings.DEFAULT.withShifts(2, 77);
        Map<String, MemoryTape> all = tapes(stems, mix);
        Map<String, MemoryTape> alone = tapes(List.of("stem0.75"), mix);
        run(bag, settings, mix, all, Watch.patient());
        run(bag, settings, mix, alone, Watch.patient());
        assertThat(alone.get("stem0.75").planes).isDeepEqualTo(all.get("stem0.75").planes);
    }

    @Test
    void aSeedStandsForTheSameOffsetsEverywhere() {
        ModelBag bag = bag(new FractionsNetwork(SEGMENT, List.of(1f)));
        assertThat(ShiftOffsets.drawn(bag, SeparationSettings.DEFAULT.withShifts(4, 9)).ofMember())
                .isEqualTo(ShiftOffsets.drawn(bag, SeparationSettings.DEFAULT.withShifts(4, 9)).ofMember());
        assertThat(ShiftOffsets.drawn(bag, SeparationSettings.DEFAULT.withShifts(500, 9)).ofMember().getFirst())
                .allMatch(offset -> offset >= 0 && offset <= 50)
                .contains(0, 50);
    }

    @Test
    void cancellingEndsWithTheSegmentAtWorkAndClosesTheNetwork() throws Exception {
        FractionsNetwork network = new FractionsNetwork(SEGMENT, List.of(1f));
        MemoryTape mix = noise(1_000);
        ModelBag bag = bag(network);
        Watch watch = new Watch(3, new ArrayList<>());
        assertThat(run(bag, SeparationSettings.DEFAULT, mix, tapes(bag.stems(), mix), watch))
                .isEqualTo(new SeparationOutcome.Cancelled());
        // The fourth was at work when the third was told of.
        assertThat(watch.done()).hasSize(4);
        assertThat(network.closed).isTrue();
    }

    @Test
    void progressEndsAtTheWhole() throws Exception {
        MemoryTape mix = noise(1_000);
        ModelBag bag = bag(new FractionsNetwork(SEGMENT, List.of(1f)));
        Watch watch = Watch.patient();
        run(bag, SeparationSettings.DEFAULT.withShifts(2, 1), mix, tapes(bag.stems(), mix), watch);
        assertThat(watch.done()).isSorted().endsWith(1.0);
    }

    @Test
    void whatIsNotANumberIsNeverWritten() throws Exception {
        SegmentModel network = new FractionsNetwork(SEGMENT, List.of(0.25f, 0.75f)) {
            @Override
            public float[] separate(float[] mix) {
                float[] output = super.separate(mix);
                output[2 * mix.length - 1] = Float.NaN;
                return output;
            }
        };
        MemoryTape mix = noise(100);
        ModelBag withoutIt = new ModelBag("bag", network.stems(), SPEC, List.of(
                member(List.of(1.0, 0.0), network), member(List.of(0.0, 1.0), network)));
        assertThatThrownBy(() -> run(bag(network), SeparationSettings.DEFAULT, mix,
                        tapes(network.stems(), mix), Watch.patient()))
                .isInstanceOf(BrokenOutputException.class)
                .hasMessageContaining("not a number for stem0.75 near 0.0 s");
        assertThat(run(withoutIt, SeparationSettings.DEFAULT, mix,
                        tapes(List.of("stem0.25"), mix), Watch.patient()))
                .isInstanceOf(SeparationOutcome.Finished.class);
    }

    @Test
    void silenceStaysSilence() throws Exception {
        MemoryTape mix = new MemoryTape(2, 500);
        ModelBag bag = bag(new FractionsNetwork(SEGMENT, List.of(1f)));
        Map<String, MemoryTape> stems = tapes(bag.stems(), mix);
        new SeparationRun(bag, SeparationSettings.DEFAULT,
                        ShiftOffsets.drawn(bag, SeparationSettings.DEFAULT), mix, new MixLevel(0, 0))
                .run(Map.copyOf(stems), new MemorySegments(), Watch.patient());
        assertThat(stems.get("stem1.0").planes[0]).containsOnly(0);
    }

    @Test
    void aBagThatCannotGiveAStemIsRefused() {
        assertThatThrownBy(() -> new ModelBag("bag", List.of("a", "b"), SPEC, List.of(
                        member(List.of(1.0, 0.0), new FractionsNetwork(SEGMENT, List.of(1f))))))
                .hasMessage("bag: no member gives b");
    }
}
