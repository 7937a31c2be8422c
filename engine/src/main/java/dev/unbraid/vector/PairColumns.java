package dev.unbraid.vector;

/// Pairs of tiles as [PairMatrix] takes them: what each of its products takes, `[pairs, products, rows / 2, 48]`. Put together
/// once, any number of matrices multiply with them.
public final class PairColumns {
    private PairColumns() {}

    /// How many numbers there are, from [Tile#FIRST] on.
    public static int numbers(int pairs, int rows) {
        return pairs * ofPair(rows);
    }

    static int ofPair(int rows) {
        return Strassen.PRODUCTS * rows / 2 * Tile.WIDTH;
    }

    /// @param tiles pairs of so many rows, one after the other
    /// @param out   for [#numbers]
    public static void put(int pairs, int rows, float[] tiles, int at, float[] out) {
        int quarter = rows / 2 * Tile.WIDTH;
        for (int pair = 0; pair < pairs; pair++) {
            put(quarter, tiles, at + pair * 4 * quarter, quarter, out, Tile.FIRST + pair * ofPair(rows), quarter);
        }
    }

    /// So many numbers of each quarter.
    ///
    /// @param size    from a quarter to the next
    /// @param outSize from what a product takes to what the next does
    static void put(int numbers, float[] quarters, int at, int size, float[] out, int outAt, int outSize) {
        for (int i = 0; i < numbers; i += Lanes.COUNT) {
            int from = at + i;
            Strassen.putColumns(Lanes.load(quarters, from), Lanes.load(quarters, from + size),
                    Lanes.load(quarters, from + 2 * size), Lanes.load(quarters, from + 3 * size), out, outAt + i, outSize);
        }
    }
}
