package dev.unbraid.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeakTest {
    @Test
    void isTheLargestAbsoluteSampleOfThoseAskedFor() {
        assertThat(Peak.of(new float[] {0.25f, -0.75f, 0.5f, 2}, 0, 3)).isEqualTo(0.75f);
        assertThat(Peak.of(new float[] {3, 0.25f, -0.5f, 2}, 1, 2)).isEqualTo(0.5f);
        assertThat(Peak.of(new float[] {-1e-42f, 1e-43f}, 0, 2)).isEqualTo(1e-42f);
        assertThat(Peak.of(new float[] {1, Float.NEGATIVE_INFINITY}, 0, 2)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Peak.of(new float[] {1, -Float.NaN}, 0, 2)).isNaN();
    }

    @Test
    void ofNothingAndOfSilenceItIsNothing() {
        assertThat(Peak.of(new float[] {1}, 0, 0)).isZero();
        assertThat(Peak.of(new float[] {-0f, 0}, 0, 2)).isEqualTo(0f);
    }
}
