package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class LinearMomentsTest {
    /// Also where the mean is large beside the spread, and where columns are to spare.
    @ParameterizedTest
    @CsvSource({"1, 1, 48, 0", "12, 3, 48, 100", "96, 6, 17, 0", "40, 9, 1, 100"})
    void theyAreThoseOfTheProduct(int rows, int width, int columns, float offset) {
        Random random = new Random(width);
        float[] weights = Numbers.random(random, rows * width);
        float[] bias = Numbers.random(random, rows);
        for (int row = 0; row < rows; row++) {
            bias[row] += offset;
        }
        float[] tile = Numbers.random(random, 3 + width * Tile.WIDTH);
        PackedMatrix matrix = new PackedMatrix(weights, bias);
        float[] product = Tile.room(matrix.resultNumbers());
        matrix.times(tile, 3, product);
        Moments wanted = Moments.of(product, Tile.FIRST, rows, columns);
        LinearMoments moments = new LinearMoments(weights, bias);
        Moments found = moments.of(tile, 3, columns, Numbers.random(random, Tile.FIRST + moments.roomNumbers()));
        assertThat(found.count()).isEqualTo(wanted.count());
        assertThat(found.mean()).isCloseTo(wanted.mean(), within(1e-5 * (1 + offset)));
        assertThat(found.squares()).isCloseTo(wanted.squares(), within(1e-4 * (wanted.squares() + rows * 1e-3)));
    }
}
