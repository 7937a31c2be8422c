package dev.unbraid.app.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeterBallisticsTest {
    private static final double FRAME = 1 / 60.0;

    private final MeterBallistics meter = new MeterBallistics();

    private void silence(double seconds) {
        for (int i = 0; i < Math.round(seconds / FRAME); i++) {
            meter.feed(0, 0, FRAME);
        }
    }

    @Test
    void itRisesAtOnce() {
        meter.feed(1, 0.5f, FRAME);
        assertThat(meter.peakDb()).isEqualTo(0, within(1e-6));
        assertThat(meter.rmsDb()).isEqualTo(-6.02, within(0.01));
    }

    @Test
    void itFallsByTwentyDecibelsASecond() {
        meter.feed(1, 1, FRAME);
        silence(1);
        assertThat(meter.peakDb()).isEqualTo(-20, within(1e-6));
        silence(2.5);
        assertThat(meter.peakDb()).isEqualTo(MeterBallistics.FLOOR_DB);
    }

    @Test
    void theHighestPeakStaysForASecondAndAHalfAndThenFalls() {
        meter.feed(1, 1, FRAME);
        silence(1.5);
        assertThat(meter.holdDb()).isEqualTo(0, within(1e-6));
        silence(0.5);
        assertThat(meter.holdDb()).isEqualTo(-10, within(1e-6));
    }

    @Test
    void theFallIsTheSameHoweverLongAFrameTakes() {
        meter.feed(1, 1, FRAME);
        meter.feed(0, 0, 2);
        assertThat(meter.holdDb()).isEqualTo(-10, within(1e-6));
    }

    @Test
    void aHigherPeakIsHeldAnew() {
        meter.feed(0.5f, 0.5f, FRAME);
        silence(1);
        meter.feed(1, 1, FRAME);
        silence(1.4);
        assertThat(meter.holdDb()).isEqualTo(0, within(1e-6));
    }
}
