package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class WeightedMeanTest {
    private static final int WIDTH = 8;
    /// Smallest of the values that tokens have here, in exponents.
    private static final int SMALL = 20;

    /// Such products take some processors a hundred times as long.
    @Test
    void noWeightMakesAProductTooSmallForAnOrdinaryNumber() {
        float[] scores = Tile.room(KeysAndValues.BLOCK * Tile.WIDTH);
        for (int i = Tile.FIRST; i < scores.length; i++) {
            scores[i] = i % 7 * -200;
        }
        WeightedMean mean = new WeightedMean();
        mean.begin(WIDTH, Float.MAX_VALUE);
        mean.add(new KeysAndValues(KeysAndValues.BLOCK, 1, WIDTH), 0, 0, KeysAndValues.BLOCK, scores);
        for (int i = Tile.FIRST; i < scores.length; i++) {
            assertThat(Math.getExponent(scores[i]) - SMALL).isGreaterThanOrEqualTo(Float.MIN_EXPONENT);
        }
    }

    /// Where there is one token alone, which scores low, within the bound or beyond it.
    @ParameterizedTest
    @ValueSource(floats = {-69, -79, -1000})
    void placesWithoutTokensWeighNothing(float score) {
        KeysAndValues seen = new KeysAndValues(1, 1, WIDTH);
        float[] tile = Tile.room(2 * WIDTH * Tile.WIDTH);
        tile[Tile.FIRST] = score;
        // Other tokens' values, as an earlier segment may have left them.
        Arrays.fill(tile, Tile.FIRST + WIDTH * Tile.WIDTH, tile.length, 1000);
        for (int i = WIDTH; i < 2 * WIDTH; i++) {
            tile[Tile.FIRST + i * Tile.WIDTH] = 1;
        }
        seen.put(0, 0, 2 * WIDTH, tile, Tile.FIRST);
        float[] queries = Tile.room(WIDTH * Tile.WIDTH);
        Arrays.fill(queries, Tile.FIRST, Tile.FIRST + Tile.WIDTH, 1);
        float[] out = Tile.room(WIDTH * Tile.WIDTH);
        new Attention().attend(seen, 0, new Attention.Tiles(Tile.FIRST, 0, 1), queries, out);
        assertThat(out[Tile.FIRST]).isCloseTo(1, within(1e-4f));
    }
}
