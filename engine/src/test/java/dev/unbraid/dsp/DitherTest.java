package dev.unbraid.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class DitherTest {
    private static final int FRAMES = 200_000;
    private static final double QUANTUM = 1.0 / 32768;

    private static float[][] dithered(float value, long seed, int block) {
        float[][] planes = new float[2][FRAMES];
        for (float[] plane : planes) {
            Arrays.fill(plane, value);
        }
        Dither dither = new Dither(16, seed);
        for (int at = 0; at < FRAMES; at += block) {
            dither.addTo(planes, at, Math.min(block, FRAMES - at));
        }
        return planes;
    }

    @Test
    void theNoiseIsTriangularAndStaysWithinOneQuantum() {
        RunningStatistics noise = new RunningStatistics();
        noise.add(dithered(0, 7, FRAMES)[0], 0, FRAMES);
        assertThat(noise.peak()).isBetween(0.99 * QUANTUM, QUANTUM);
        assertThat(noise.mean()).isCloseTo(0, within(0.01 * QUANTUM));
        assertThat(noise.standardDeviation()).isCloseTo(QUANTUM / Math.sqrt(6), within(0.005 * QUANTUM));
    }

    @Test
    void afterRoundingTheMeanKeepsWhatLiesBetweenTwoSteps() {
        double value = 100.3 * QUANTUM;
        double sum = 0;
        for (float sample : dithered((float) value, 7, FRAMES)[0]) {
            sum += Math.rint(sample / QUANTUM) * QUANTUM;
        }
        assertThat(sum / FRAMES).isCloseTo(value, within(0.01 * QUANTUM));
    }

    @Test
    void theSameSeedGivesTheSameNoiseHoweverTheStreamIsCut() {
        assertThat(dithered(0.1f, 3, 977)).isDeepEqualTo(dithered(0.1f, 3, FRAMES));
        assertThat(dithered(0.1f, 4, FRAMES)[0]).isNotEqualTo(dithered(0.1f, 3, FRAMES)[0]);
    }

    @Test
    void theChannelsNoisesAreUnrelated() {
        float[][] planes = dithered(0, 11, FRAMES);
        double product = 0;
        for (int i = 0; i < FRAMES; i++) {
            product += (double) planes[0][i] * planes[1][i];
        }
        assertThat(product / FRAMES / (QUANTUM * QUANTUM)).isCloseTo(0, within(0.002));
    }
}
