package dev.unbraid.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class SegmentPlanTest {
    private static SegmentPlan plan(long frames, int segmentFrames, double overlap) {
        return SegmentPlan.of(
                new FrameRange(0, frames), segmentFrames, SeparationSettings.DEFAULT.withOverlap(overlap));
    }

    @Test
    void everyFrameOfTheMixCarriesWeight() {
        assertThat(plan(1_000, 300, 0.25).weights().allMatch(weight -> weight > 0)).isTrue();
        assertThat(plan(1_000, 301, 0.25).weights().allMatch(weight -> weight > 0)).isTrue();
    }

    @Test
    void thePublishedModelIsCutAsTheReferenceCutsIt() {
        SegmentPlan plan = plan(1_000_000, 343_980, 0.25);
        assertThat(plan.stride()).isEqualTo(257_985);
        assertThat(plan.segments()).isEqualTo(4);
        assertThat(plan.segment(3).range()).isEqualTo(new FrameRange(773_955, 1_000_000));
        double[] weights = plan.weights().toArray();
        assertThat(weights[0]).isEqualTo(1.0 / 171_990);
        assertThat(weights[171_989]).isEqualTo(1);
        assertThat(weights[171_990]).isEqualTo(1);
        assertThat(weights[343_979]).isEqualTo(1.0 / 171_990);
    }

    @Test
    void theLastSegmentMayBeASingleFrame() {
        SegmentPlan plan = plan(257_985 + 1, 343_980, 0.25);
        assertThat(plan.segments()).isEqualTo(2);
        assertThat(plan.segment(1).range().length()).isEqualTo(1);
    }

    @Test
    void aShortSegmentLiesInTheMiddleOfWhatTheNetworkSees() {
        Segment last = plan(850, 300, 0.25).segment(3);
        assertThat(last.range()).isEqualTo(new FrameRange(675, 850));
        assertThat(last.context()).isEqualTo(new FrameRange(675 - 62, 675 - 62 + 300));
        assertThat(last.lead()).isEqualTo(62);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999})
    void theSharesOfAllSegmentsSumToOneInEveryFrame(double overlap) {
        for (int frames : new int[] {1, 99, 100, 101, 200, 775}) {
            SegmentPlan plan = plan(frames, 100, overlap);
            double[] sum = new double[frames];
            for (int index = 0; index < plan.segments(); index++) {
                Segment segment = plan.segment(index);
                float[] shares = new float[segment.frames()];
                plan.shares(segment, 0, shares, shares.length);
                for (int i = 0; i < shares.length; i++) {
                    sum[(int) segment.range().start() + i] += shares[i];
                }
            }
            assertThat(sum).containsOnly(new double[] {1}, within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.9})
    void theSegmentsOverAFrameAreThoseThatAnswerForIt(double overlap) {
        SegmentPlan plan = SegmentPlan.of(
                new FrameRange(-37, 750), 100, SeparationSettings.DEFAULT.withOverlap(overlap));
        for (long frame = -37; frame < 750; frame++) {
            long at = frame;
            List<Integer> over = IntStream.range(0, plan.segments())
                    .filter(index -> plan.start(index) <= at && at < plan.end(index)).boxed().toList();
            assertThat(plan.firstOver(frame)).isEqualTo(over.getFirst());
            assertThat(plan.lastOver(frame)).isEqualTo(over.getLast());
        }
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> SeparationSettings.DEFAULT.withOverlap(1)).hasMessageContaining("overlap 1.0");
        assertThatThrownBy(() -> SeparationSettings.DEFAULT.withOverlap(Double.NaN)).hasMessageContaining("overlap");
        assertThatThrownBy(() -> SeparationSettings.DEFAULT.withShifts(-1, 0)).hasMessageContaining("shifts -1");
        assertThatThrownBy(() -> new SeparationSettings(0, 0, 0.25, 0.5)).hasMessageContaining("power 0.5");
    }
}
