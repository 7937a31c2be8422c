package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class WinogradMatrixTest {
    /// Columns of one part, and of two.
    @ParameterizedTest
    @CsvSource({"3, 5", "50, 48"})
    void fourRowsAreWhatTheConvolutionGives(int channels, int answers) {
        int along = 3;
        int seen = Tile.WIDTH + 16;
        Random random = new Random(1);
        float[] weights = Numbers.random(random, answers * channels * 3 * along);
        float[] bias = Numbers.random(random, answers);
        // [6 rows, channels, seen]
        float[] x = Numbers.random(random, 6 * channels * seen);
        WinogradMatrix matrix = new WinogradMatrix(weights, bias, along);
        float[] columns = new float[6 * channels * seen];
        for (int c = 0; c < channels; c++) {
            WinogradMatrix.transform(x, c * seen, channels * seen, columns, c * seen, channels * seen, seen);
        }
        int[] rows = new int[channels * along];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i / along * seen + i % along;
        }
        float[] out = Tile.room(4 * matrix.resultNumbers());
        matrix.times(columns, 0, channels * seen, ColumnRows.of(rows), Tile.room(matrix.sumNumbers()), out);
        for (int i = 0; i < 4 * answers * Tile.WIDTH; i++) {
            int row = i / (answers * Tile.WIDTH);
            int answer = i / Tile.WIDTH % answers;
            int column = i % Tile.WIDTH;
            double sum = bias[answer];
            for (int k = 0; k < channels * 3 * along; k++) {
                int c = k / (3 * along);
                int across = k / along % 3;
                sum += (double) weights[answer * channels * 3 * along + k]
                        * x[((row + across) * channels + c) * seen + column + k % along];
            }
            assertThat((double) out[Tile.FIRST + row * matrix.resultNumbers() + answer * Tile.WIDTH + column])
                    .isCloseTo(sum, within(1e-4));
        }
    }
}
