package dev.unbraid.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {
    /// What rounding to 8 bits a channel can take from a lightness.
    private static final double ROUNDING = 0.004;

    @ParameterizedTest
    @EnumSource
    void lightnessGoesOneWayOnly(ColourMap map) {
        double direction = Math.signum(lightness(map, 255) - lightness(map, 0));
        for (int i = 1; i < ColourMap.SIZE; i++) {
            assertThat(direction * (lightness(map, i) - lightness(map, i - 1))).as("%s at %d", map, i)
                    .isGreaterThan(-ROUNDING);
        }
        for (int i = 16; i < ColourMap.SIZE; i++) {
            assertThat(direction * (lightness(map, i) - lightness(map, i - 16))).as("%s to %d", map, i)
                    .isGreaterThan(0.005);
        }
    }

    @Test
    void theAnchorsAreMet() {
        assertThat(ColourMap.MAGMA.argb(0)).isEqualTo(0xff000004);
        assertThat(ColourMap.MAGMA.argb(255)).isEqualTo(0xfffcfdbf);
        assertThat(ColourMap.GREY_INVERTED.argb(255)).isEqualTo(0xff000000);
    }

    @Test
    void aMapIsFoundByTheNameInThePreferences() {
        assertThat(ColourMap.named("grey-inverted")).contains(ColourMap.GREY_INVERTED);
        assertThat(ColourMap.named("rainbow")).isEmpty();
    }

    private static double lightness(ColourMap map, int index) {
        return Oklab.of(map.argb(index)).lightness();
    }
}
