package dev.unbraid.app.timeline.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.mirror.FrequencyScale;
import dev.unbraid.separation.Disagreement;
import dev.unbraid.ui.ColourMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisagreementLayerTest {
    private static final int RATE = 44_100;
    private static final int SECONDS = 20;
    private static final int HEIGHT = 90;
    private static final int GROUND = 0xff123456;
    private static final FrequencyAxis AXIS = new FrequencyAxis(FrequencyScale.LOG, 40, 18_000);

    /// All is calm but for one band from the fifth second to the tenth, where the passes differ by as much as there is.
    private static Disagreement at(double hz) {
        long frames = (long) SECONDS * RATE;
        byte[] levels = new byte[Disagreement.columns(frames) * Disagreement.BANDS];
        Disagreement calm = new Disagreement(2, RATE, frames, levels);
        for (int column = 0; column < calm.columns(); column++) {
            double seconds = (double) column * Disagreement.HOP / RATE;
            if (seconds >= 5 && seconds < 10) {
                levels[column * Disagreement.BANDS + calm.bandOf(hz)] = (byte) 161;
            }
        }
        return calm;
    }

    private static int rowOf(double hz) {
        return (int) (HEIGHT * (1 - AXIS.upOf(hz)));
    }

    /// Of the heat, 0 to 765.
    private static int brightness(int argb) {
        return (argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff);
    }

    private static Raster painted(Disagreement disagreement, double songRate, double framesPerColumn, int width) {
        Raster raster = Raster.of(width, HEIGHT);
        raster.clear(0, width, GROUND);
        new DisagreementLayer(disagreement, songRate, AXIS, HEIGHT, new DisagreementLayer.Look(ColourMap.MAGMA, 256))
                .paint(Columns.from(0, framesPerColumn), raster, 0, width);
        return raster;
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 22_050})
    void heatIsInItsBandAndItsTimeWhateverTheRateOfTheSong(double songRate) {
        double columnsPerSecond = 20;
        Raster raster = painted(at(2_000), songRate, songRate / columnsPerSecond, 400);
        for (int second = 0; second < SECONDS; second++) {
            int x = (int) ((second + 0.5) * columnsPerSecond);
            boolean hot = second >= 5 && second < 10;
            assertThat(brightness(raster.at(x, rowOf(2_000))) > 600).as("second %d", second).isEqualTo(hot);
            assertThat(brightness(raster.at(x, rowOf(300)))).isLessThan(30);
            assertThat(brightness(raster.at(x, rowOf(9_000)))).isLessThan(30);
        }
    }

    @Test
    void zoomedInItsEdgesLieWhereTheyAreHeard() {
        Raster raster = painted(at(2_000), RATE, 256, 400);
        // 400 columns of 256 frames: the first 2.3 seconds, all calm.
        assertThat(brightness(raster.at(399, rowOf(2_000)))).isLessThan(30);
        Raster later = Raster.of(400, HEIGHT);
        new DisagreementLayer(at(2_000), RATE, AXIS, HEIGHT, new DisagreementLayer.Look(ColourMap.MAGMA, 256))
                .paint(new Columns(Math.round(4.9 * RATE / 256), 256), later, 0, 400);
        int edge = (int) (0.1 * RATE / 256);
        int slack = Disagreement.HOP / 256;
        assertThat(brightness(later.at(edge - slack, rowOf(2_000)))).isLessThan(30);
        assertThat(brightness(later.at(edge + slack, rowOf(2_000)))).isGreaterThan(600);
    }

    @Test
    void zoomedOutTheMeanPowerIsSeen() {
        // Seven seconds in a column: three of the second are hot, -3.7 dB, and nothing of the third.
        Raster raster = painted(at(2_000), RATE, 7.0 * RATE, 3);
        int partly = brightness(raster.at(1, rowOf(2_000)));
        assertThat(partly).isBetween(500, brightness(ColourMap.MAGMA.argb(255)) - 1);
        assertThat(brightness(raster.at(2, rowOf(2_000)))).isLessThan(60);
    }

    @Test
    void beyondTheTrackNothingIsPainted() {
        Raster raster = painted(at(2_000), RATE, RATE, SECONDS + 5);
        assertThat(raster.at(SECONDS - 1, 10)).isNotEqualTo(GROUND);
        assertThat(raster.at(SECONDS + 1, 10)).isEqualTo(GROUND);
    }
}
