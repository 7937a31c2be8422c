package dev.unbraid.vector;

/// A matrix of weights with a bias, laid out as [MicroKernel] reads it. Any number of threads may multiply with it.
public final class PackedMatrix {
    /// Tiles of it, for sums begin with them.
    private final float[] biases;
    private final Panels panels;
    private final ColumnRows rowsOfTile;

    /// @param weights `[rows][width]`
    /// @param bias    one for each row
    public PackedMatrix(float[] weights, float[] bias) {
        int width = weights.length / bias.length;
        if (width * bias.length != weights.length) {
            throw new IllegalArgumentException("%d weights for %d rows".formatted(weights.length, bias.length));
        }
        panels = new Panels(1, bias.length, width, (_, row, to) -> System.arraycopy(weights, row * width, to, 0, width));
        biases = panels.tile(bias);
        rowsOfTile = ColumnRows.ofTile(width);
    }

    public int rows() {
        return panels.rows();
    }

    /// Numbers that [#times] writes: its last rows may be to spare.
    public int resultNumbers() {
        return panels.padded() * Tile.WIDTH;
    }

    /// Multiplies with a tile and adds the bias.
    ///
    /// @param columns a tile of as many rows as the matrix is wide
    /// @param out     for [#resultNumbers], from [Tile#FIRST] on
    public void times(float[] columns, int columnsAt, float[] out) {
        times(columns, columnsAt, rowsOfTile, out);
    }

    /// As above for rows that lie elsewhere: nothing is copied.
    ///
    /// @param rows where each begins, from `columnsAt` on
    public void times(float[] columns, int columnsAt, ColumnRows rows, float[] out) {
        for (int row = 0; row < panels.rows(); row += panels.blockRows()) {
            int at = Tile.FIRST + row * Tile.WIDTH;
            panels.times(row, 0, columns, columnsAt, rows, biases, at, out, at);
        }
    }

    /// Multiplies until the compiler has made the kernel, with some panels and with sums as long as a network's: for shorter
    /// ones it would keep other things in registers than what the loop needs.
    public static void warmUp() {
        int width = 60;
        int rows = 3 * Kernels.OF_THIS_PROCESSOR.rows();
        PackedMatrix matrix = new PackedMatrix(new float[rows * width], new float[rows]);
        float[] columns = Tile.room(width * Tile.WIDTH);
        float[] out = Tile.room(matrix.resultNumbers());
        for (int i = 0; i < 200; i++) {
            matrix.times(columns, Tile.FIRST, out);
        }
    }
}
