package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

class MomentsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 47, 48})
    void partsTogetherAreTheWholeAndColumnsToSpareDoNotCount(int columns) {
        int rows = 7;
        float[] tiles = Numbers.random(new Random(columns), 2 * rows * Tile.WIDTH);
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] += 1000;
        }
        double sum = 0;
        int count = 2 * rows * columns;
        for (int i = 0; i < tiles.length; i++) {
            sum += i % Tile.WIDTH < columns ? tiles[i] : 0;
        }
        double squares = 0;
        for (int i = 0; i < tiles.length; i++) {
            squares += i % Tile.WIDTH < columns ? Math.pow(tiles[i] - sum / count, 2) : 0;
        }
        Moments all = Moments.of(List.of(Moments.of(tiles, 0, rows, columns),
                Moments.of(tiles, rows * Tile.WIDTH, rows, columns), Moments.NONE));
        assertThat(all.count()).isEqualTo(count);
        assertThat(all.mean()).isCloseTo(sum / count, within(1e-4));
        assertThat(all.squares()).isCloseTo(squares, within(1e-4 * squares));
    }
}
