package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class PackedMatrixTest {
    /// Rows that no kernel divides, and that all do; columns of one part, and of several.
    @ParameterizedTest
    @CsvSource({"1, 1", "5, 7", "13, 64", "48, 33", "40, 145", "48, 500"})
    void aProductIsTheSumOfProductsAndTheBias(int rows, int width) {
        Random random = new Random(rows);
        float[] weights = Numbers.random(random, rows * width);
        float[] bias = Numbers.random(random, rows);
        float[] columns = Numbers.random(random, width * Tile.WIDTH);
        PackedMatrix matrix = new PackedMatrix(weights, bias);
        float[] out = Numbers.random(random, Tile.FIRST + matrix.resultNumbers());
        matrix.times(columns, 0, out);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < Tile.WIDTH; column++) {
                double sum = bias[row];
                for (int i = 0; i < width; i++) {
                    sum += (double) weights[row * width + i] * columns[i * Tile.WIDTH + column];
                }
                assertThat((double) out[Tile.FIRST + row * Tile.WIDTH + column]).isCloseTo(sum, within(1e-4));
            }
        }
    }

    /// As it is for a convolution, whose rows overlap.
    @ParameterizedTest
    @CsvSource({"3, 5", "8, 16"})
    void rowsMayLieAnywhere(int rows, int width) {
        Random random = new Random(width);
        PackedMatrix matrix = new PackedMatrix(Numbers.random(random, rows * width), new float[rows]);
        float[] values = Numbers.random(random, width + Tile.WIDTH + 3);
        int[] at = new int[width];
        float[] tile = new float[width * Tile.WIDTH];
        for (int i = 0; i < width; i++) {
            at[i] = width - 1 - i;
            System.arraycopy(values, 3 + at[i], tile, i * Tile.WIDTH, Tile.WIDTH);
        }
        float[] wanted = Tile.room(matrix.resultNumbers());
        float[] found = Tile.room(matrix.resultNumbers());
        matrix.times(tile, 0, wanted);
        matrix.times(values, 3, ColumnRows.of(at), found);
        assertThat(found).isEqualTo(wanted);
    }
}
