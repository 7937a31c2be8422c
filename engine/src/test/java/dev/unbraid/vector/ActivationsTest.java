package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class ActivationsTest {
    private static final int ROWS = 40;
    private static final int COUNT = ROWS * Tile.WIDTH;
    /// From one row to the next, with a gap between them.
    private static final int APART = Tile.WIDTH + Tile.LINE;

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
        float[] out = new float[ROWS * APART];
        Activations.glu(line(), 0, ROWS, new Activations.Rows(out, 0, APART));
        float[] once = new float[2 * ROWS];
        Arrays.fill(once, 1);
        assertThat(out).containsExactly(gated(once, new float[2 * ROWS], new float[out.length]), within(1e-5f));
    }

    @Test
    void gluOfRowsTimesANumberPlusAnotherIsAddedToWhatIsThere() {
        float[] out = new float[ROWS * APART];
        Arrays.fill(out, 3);
        float[] scale = Numbers.random(new Random(1), 2 * ROWS);
        float[] offset = Numbers.random(new Random(2), 2 * ROWS);
        float[] wanted = gated(scale, offset, out.clone());
        Activations.addGlu(line(), 0, scale, offset, new Activations.Rows(out, 0, APART));
        assertThat(out).containsExactly(wanted, within(1e-5f));
    }

    /// Added to rows that lie apart; what is between them stays as it is.
    private static float[] gated(float[] scale, float[] offset, float[] to) {
        float[] line = line();
        for (int i = 0; i < COUNT; i++) {
            int row = i / Tile.WIDTH;
            double x = scale[row] * line[i] + offset[row];
            double gate = scale[ROWS + row] * line[COUNT + i] + offset[ROWS + row];
            to[row * APART + i % Tile.WIDTH] += (float) (x / (1 + Math.exp(-gate)));
        }
        return to;
    }

    /// Others take Intel's processors a hundred times as long, in every product that they come to.
    @Test
    void noAnswerIsTooSmallForAnOrdinaryNumber() {
        float[] gelu = line();
        Activations.gelu(gelu, 0, COUNT);
        float[] tile = line();
        for (int i = 0; i < COUNT; i++) {
            tile[i] /= 100;
            tile[COUNT + i] *= 10;
        }
        float[] glu = new float[COUNT];
        Activations.glu(tile, 0, ROWS, new Activations.Rows(glu, 0, Tile.WIDTH));
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
