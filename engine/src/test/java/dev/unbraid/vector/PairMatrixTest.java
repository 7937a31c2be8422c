package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class PairMatrixTest {
    @ParameterizedTest
    @CsvSource({"16, 4, 1", "32, 12, 2", "48, 64, 3"})
    void aProductIsTheSumOfProductsAndTheBiasAndIsAddedToWhatIsThere(int rows, int width, int pairs) {
        Random random = new Random(rows);
        float[] weights = Numbers.random(random, rows * width);
        float[] bias = Numbers.random(random, rows);
        int tiles = 2 * pairs;
        float[] columns = Numbers.random(random, 5 + tiles * width * Tile.WIDTH);
        float[] before = Numbers.random(random, 7 + tiles * rows * Tile.WIDTH);
        PairMatrix matrix = new PairMatrix(weights, bias);
        float[] out = before.clone();
        matrix.addTimes(pairs, columns, 5, Numbers.random(random, Tile.FIRST + matrix.roomNumbers(pairs)), out, 7);
        for (int tile = 0; tile < tiles; tile++) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < Tile.WIDTH; column++) {
                    int at = 7 + (tile * rows + row) * Tile.WIDTH + column;
                    double sum = (double) before[at] + bias[row];
                    for (int i = 0; i < width; i++) {
                        sum += weights[row * width + i] * columns[5 + (tile * width + i) * Tile.WIDTH + column];
                    }
                    assertThat((double) out[at]).isCloseTo(sum, within(1e-5));
                }
            }
        }
        for (int i = 0; i < 7; i++) {
            assertThat(out[i]).isEqualTo(before[i]);
        }
    }

    @Test
    void aMatrixWithoutQuartersIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PairMatrix(new float[16 * 3], new float[16]))
                .withMessage("16 rows of 3 weights have no quarters");
        assertThat(PairMatrix.suits(16, 4)).isTrue();
        assertThat(PairMatrix.suits(12, 4)).isFalse();
        assertThat(PairMatrix.suits(16, 6)).isFalse();
    }
}
