package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationsTest {
    private static final int COUNT = 40 * Tile.WIDTH;

    /// From -20 to 20, and far beyond what a power can hold.
    private static float[] line() {
        float[] x = new float[2 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = 40f * i / COUNT - 20;
            x[COUNT + i] = x[i];
        }
        x[COUNT] = -1e30f;
        x[2 * COUNT - 1] = 1e30f;
        return x;
    }

    @Test
    void geluIsXTimesTheShareOfTheNormalDistributionBelowIt() {
        float[] x = line();
        Activations.gelu(x, 0, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double wanted = line()[i] * (1 + erf(line()[i] / Math.sqrt(2))) / 2;
            assertThat((double) x[i]).isCloseTo(wanted, within(2e-6));
        }
    }

    @Test
    void gluIsTheFirstHalfTimesTheSigmoidOfTheSecond() {
        float[] x = line();
        Activations.glu(x, 0, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double wanted = line()[i] / (1 + Math.exp(-line()[COUNT + i]));
            assertThat((double) x[i]).isCloseTo(wanted, within(1e-6 * (1 + Math.abs(wanted))));
        }
    }

    /// Others take Intel's processors a hundred times as long, in every product that they come to.
    @Test
    void noAnswerIsTooSmallForAnOrdinaryNumber() {
        float[] gelu = line();
        Activations.gelu(gelu, 0, COUNT);
        float[] glu = line();
        for (int i = 0; i < COUNT; i++) {
            glu[i] /= 100;
            glu[COUNT + i] *= 10;
        }
        Activations.glu(glu, 0, COUNT);
        for (int i = 0; i < COUNT; i++) {
            assertThat(isOrdinary(gelu[i])).as("gelu of %s", line()[i]).isTrue();
            assertThat(isOrdinary(glu[i])).as("glu of %s", line()[i]).isTrue();
        }
    }

    private static boolean isOrdinary(float x) {
        return x == 0 || Math.abs(x) >= Float.MIN_NORMAL;
    }

    /// By its series, and beyond it by its limit.
    private static double erf(double x) {
        if (Math.abs(x) > 5) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }
}
