package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GainTaperTest {
    @Test
    void unityLiesAtThreeQuarters() {
        assertThat(GainTaper.position(0)).isEqualTo(0.75, within(0.002));
    }

    @Test
    void theEndsAreTheBounds() {
        assertThat(GainTaper.gainDb(0)).isEqualTo(-60);
        assertThat(GainTaper.gainDb(1)).isEqualTo(12);
        assertThat(GainTaper.position(-60)).isZero();
        assertThat(GainTaper.position(12)).isEqualTo(1, within(1e-12));
    }

    @Test
    void aTenthOfADecibelComesBackAsItself() {
        for (int tenths = -600; tenths <= 120; tenths++) {
            if (Math.abs(tenths) > 3) {
                assertThat(GainTaper.gainDb(GainTaper.position(tenths / 10.0))).isEqualTo(tenths / 10.0);
            }
        }
    }

    @Test
    void aNotchHoldsUnity() {
        assertThat(GainTaper.gainDb(GainTaper.position(0.3))).isZero();
        assertThat(GainTaper.gainDb(GainTaper.position(-0.3))).isZero();
    }

    @Test
    void aStepIsHalfADecibelAndEndsAtTheBounds() {
        assertThat(GainTaper.stepped(0, 1)).isEqualTo(0.5);
        assertThat(GainTaper.stepped(-2.5, -2)).isEqualTo(-3.5);
        assertThat(GainTaper.stepped(11.8, 3)).isEqualTo(12);
        assertThat(GainTaper.stepped(-60, -1)).isEqualTo(-60);
    }
}
