package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeysAndValuesTest {
    private static final int WIDTH = 3;
    private static final int HEADS = 2;

    @Test
    void theLongestKeyIsThatOfWhatWasPutLast() {
        KeysAndValues seen = new KeysAndValues(100, HEADS, WIDTH);
        put(seen, 5);
        put(seen, 2);
        // Each number of the second head's keys is one more than those of the first's; the longest is in the last tile.
        assertThat(seen.longestSquared(0)).isCloseTo(WIDTH * 4 * 4, within(1e-4f));
        assertThat(seen.longestSquared(1)).isCloseTo(WIDTH * 5 * 5, within(1e-4f));
    }

    private static void put(KeysAndValues seen, float first) {
        for (int tile = 0; tile < 3; tile++) {
            for (int row = 0; row < 2 * HEADS * WIDTH; row++) {
                float[] from = new float[Tile.WIDTH];
                // One token of a tile alone has a key.
                from[tile] = row < HEADS * WIDTH ? first + tile + row / WIDTH : 1000;
                seen.put(tile, row, 1, from, 0);
            }
        }
    }
}
