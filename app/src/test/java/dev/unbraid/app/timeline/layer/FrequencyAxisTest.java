package dev.unbraid.app.timeline.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.app.mirror.FrequencyScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrequencyAxisTest {
    @ParameterizedTest
    @EnumSource
    void everyScaleRunsFromTheLowestToTheHighest(FrequencyScale scale) {
        FrequencyAxis axis = new FrequencyAxis(scale, 40, 18_000);
        assertThat(axis.hzAt(0)).isCloseTo(40, within(1e-6));
        assertThat(axis.hzAt(1)).isCloseTo(18_000, within(1e-6));
        for (double up = 0; up <= 1; up += 0.125) {
            assertThat(axis.upOf(axis.hzAt(up))).isCloseTo(up, within(1e-9));
        }
    }

    @Test
    void octavesAreEquallyHighOnALogarithmicScale() {
        FrequencyAxis axis = new FrequencyAxis(FrequencyScale.LOG, 40, 18_000);
        assertThat(axis.upOf(200) - axis.upOf(100)).isCloseTo(axis.upOf(8_000) - axis.upOf(4_000), within(1e-12));
    }

    @Test
    void aRowShowsTheMeanPowerOfItsBins() {
        // 11 bins from 0 to 1000 Hz, 100 Hz apart, in two rows.
        RowBins rows = new RowBins(new FrequencyAxis(FrequencyScale.LINEAR, 1, 1_000), 2, 11, 2_000);
        byte[] levels = {0, 10, 0, 0, 0, 0, 0, 90, 0, 0, 5};
        byte[] shown = new byte[2];
        rows.map(levels, 0, shown, 0);
        // One of five bins: 7 dB less, in steps of 0.625 dB.
        assertThat(shown).containsExactly(79, 3);
    }

    @Test
    void rowsFinerThanBinsRunStraightFromBinToBin() {
        RowBins rows = new RowBins(new FrequencyAxis(FrequencyScale.LINEAR, 100, 200), 4, 11, 2_000);
        byte[] levels = {0, 0, 80, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] shown = new byte[4];
        rows.map(levels, 0, shown, 0);
        assertThat(shown).containsExactly(70, 50, 30, 10);
    }

    @Test
    void aboveHalfTheSampleRateThereIsNothing() {
        RowBins rows = new RowBins(new FrequencyAxis(FrequencyScale.LINEAR, 1, 2_000), 2, 11, 2_000);
        byte[] levels = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
        byte[] shown = new byte[2];
        rows.map(levels, 0, shown, 0);
        assertThat(shown).containsExactly(0, 9);
    }

    @Test
    void theBoostBeginsAboveOneKilohertz() {
        RowBins rows = new RowBins(new FrequencyAxis(FrequencyScale.LOG, 100, 10_000), 2, 11, 44_100);
        int[] boost = rows.boost(10, 0.625);
        assertThat(boost[0]).isEqualTo((int) Math.round(10 * 0.5 / 0.625));
        assertThat(boost[1]).isZero();
    }
}
