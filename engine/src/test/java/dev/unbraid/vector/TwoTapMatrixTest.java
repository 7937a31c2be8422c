package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class TwoTapMatrixTest {
    /// Columns of one part, and of two.
    @ParameterizedTest
    @CsvSource({"3, 5", "40, 48"})
    void bothAnswersAreWhatTheConvolutionGives(int channels, int answers) {
        int along = 4;
        Random random = new Random(1);
        float[] weights = Numbers.random(random, answers * channels * 2 * along);
        float[] bias = Numbers.random(random, answers);
        // [3 strides, channels, along, columns]
        float[] x = Numbers.random(random, 3 * channels * along * Tile.WIDTH);
        TwoTapMatrix matrix = new TwoTapMatrix(weights, bias, along);
        int apart = channels * along * Tile.WIDTH;
        float[] out = Tile.room(2 * matrix.resultNumbers());
        matrix.times(x, new TwoTapMatrix.Seen(0, apart, 2 * apart), ColumnRows.ofTile(channels * along), Tile.room(matrix.roomNumbers()), out);
        for (int i = 0; i < 2 * answers * Tile.WIDTH; i++) {
            int second = i / (answers * Tile.WIDTH);
            int answer = i / Tile.WIDTH % answers;
            int column = i % Tile.WIDTH;
            double sum = bias[answer];
            for (int k = 0; k < channels * 2 * along; k++) {
                int row = k / (2 * along) * along + k % along;
                sum += (double) weights[answer * channels * 2 * along + k]
                        * x[(second + k / along % 2) * apart + row * Tile.WIDTH + column];
            }
            assertThat((double) out[Tile.FIRST + second * matrix.resultNumbers() + answer * Tile.WIDTH + column])
                    .isCloseTo(sum, within(1e-4));
        }
    }
}
