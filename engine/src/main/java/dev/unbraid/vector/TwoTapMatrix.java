package dev.unbraid.vector;

/// Weights of a convolution with two taps, for two neighbours at once, of which the one's second tap sees what the other's first
/// does: three products in place of four. Winograd's F(2, 2) as in Lavin and Gray, Fast Algorithms for Convolutional Neural
/// Networks, 2016. Any number of threads may multiply with it.
public final class TwoTapMatrix {
    /// Neighbours that are made together.
    public static final int ANSWERS = 2;
    private static final int TAPS = 2;

    /// What is multiplied with what both answers see, with what the first sees alone, and the second.
    private static final float[][] OF_WEIGHTS = {{1, 1}, {1, 0}, {0, 1}};

    /// A tile of them, for sums begin with it.
    private final float[] biases;
    private final Panels products;
    private final ColumnRows rowsOfTile;

    /// @param weights `[answers, channels, 2, along]`
    /// @param along   numbers of a channel that a tap sees
    public TwoTapMatrix(float[] weights, float[] bias, int along) {
        products = new Panels(OF_WEIGHTS.length, bias.length, weights.length / TAPS / bias.length,
                (product, row, to) -> transform(weights, along, row, OF_WEIGHTS[product], to));
        biases = products.tile(bias);
        rowsOfTile = ColumnRows.ofTile(products.width());
    }

    private static void transform(float[] weights, int along, int row, float[] factors, float[] to) {
        for (int i = 0; i < to.length; i++) {
            int from = row * TAPS * to.length + i / along * TAPS * along + i % along;
            to[i] = factors[0] * weights[from] + factors[1] * weights[from + along];
        }
    }

    /// Numbers that [#times] writes for each of both answers: its last rows may be to spare.
    public int resultNumbers() {
        return products.padded() * Tile.WIDTH;
    }

    /// Numbers that [#times] needs for itself, from [Tile#FIRST] on.
    public int roomNumbers() {
        return 2 * columnNumbers() + products.blockRows() * Tile.WIDTH;
    }

    private int columnNumbers() {
        return products.width() * Tile.WIDTH;
    }

    /// Where what is seen begins: by the first answer's first tap, by its second as by the second answer's first, and by the
    /// second answer's second.
    public record Seen(int first, int middle, int last) {}

    /// Two tiles of answers, one after the other.
    ///
    /// @param rows where each row of what a tap sees begins, from there on
    /// @param room for [#roomNumbers]
    /// @param out  for twice [#resultNumbers], from [Tile#FIRST] on
    public void times(float[] x, Seen seen, ColumnRows rows, float[] room, float[] out) {
        int other = Tile.FIRST + columnNumbers();
        int shared = other + columnNumbers();
        // Before the products, for all that they take is near then.
        subtract(x, seen.first, seen.middle, rows, room, Tile.FIRST);
        subtract(x, seen.last, seen.middle, rows, room, other);
        for (int row = 0; row < products.rows(); row += products.blockRows()) {
            int at = Tile.FIRST + row * Tile.WIDTH;
            products.times(row, 0, x, seen.middle, rows, biases, at, room, shared);
            products.times(row, 1, room, Tile.FIRST, rowsOfTile, room, shared, out, at);
            products.times(row, 2, room, other, rowsOfTile, room, shared, out, at + resultNumbers());
        }
    }

    private static void subtract(float[] x, int at, int minus, ColumnRows rows, float[] out, int outAt) {
        int to = outAt;
        for (int[] part : rows.parts()) {
            for (int row : part) {
                for (int i = 0; i < Tile.WIDTH; i += Lanes.COUNT) {
                    Lanes.load(x, at + row + i).sub(Lanes.load(x, minus + row + i)).intoArray(out, to + i);
                }
                to += Tile.WIDTH;
            }
        }
    }
}
