package dev.unbraid.vector;

import java.util.Arrays;

/// A matrix of weights with a bias, laid out as [MicroKernel] reads it. Any number of threads may multiply with it.
public final class PackedMatrix {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;

    private final int width;
    private final float[] bias;
    private final float[] panels;
    private final int[] rowsOfTile;

    /// @param weights `[rows][width]`
    /// @param bias    one for each row
    public PackedMatrix(float[] weights, float[] bias) {
        int rows = bias.length;
        width = weights.length / rows;
        if (width * rows != weights.length) {
            throw new IllegalArgumentException("%d weights for %d rows".formatted(weights.length, rows));
        }
        this.bias = bias.clone();
        rowsOfTile = Tile.rows(width);
        panels = new float[KERNEL.padded(rows) * width];
        for (int row = 0; row < rows; row++) {
            int inPanel = row % KERNEL.rows();
            put(weights, row * width, (row - inPanel) * width + inPanel);
        }
    }

    private void put(float[] weights, int from, int to) {
        int step = KERNEL.rows();
        for (int i = 0; i < width; i++) {
            panels[to + i * step] = weights[from + i];
        }
    }

    public int rows() {
        return bias.length;
    }

    /// Numbers that [#times] writes: its last rows may be to spare.
    public int resultNumbers() {
        return KERNEL.padded(rows()) * Tile.WIDTH;
    }

    /// Multiplies with a tile and adds the bias.
    ///
    /// @param columns a tile of as many rows as the matrix is wide
    /// @param out     for [#resultNumbers]
    public void times(float[] columns, int columnsAt, float[] out) {
        times(columns, columnsAt, rowsOfTile, out);
    }

    /// As above for rows that lie elsewhere: nothing is copied.
    ///
    /// @param rows where each begins, from `columnsAt` on
    public void times(float[] columns, int columnsAt, int[] rows, float[] out) {
        int padded = KERNEL.padded(rows());
        for (int row = 0; row < padded; row++) {
            int at = row * Tile.WIDTH;
            Arrays.fill(out, at, at + Tile.WIDTH, row < rows() ? bias[row] : 0);
        }
        for (int row = 0; row < padded; row += KERNEL.rows()) {
            KERNEL.multiplyAdd(panels, row * width, columns, columnsAt, rows, out, row * Tile.WIDTH);
        }
    }

    /// As below, of a tile.
    void panelTimes(int row, float[] columns, int columnsAt, float[] out, int outAt) {
        panelTimes(row, columns, columnsAt, rowsOfTile, out, outAt);
    }

    /// As many rows as a kernel makes at a time, without the bias.
    void panelTimes(int row, float[] columns, int columnsAt, int[] rows, float[] out, int outAt) {
        Arrays.fill(out, outAt, outAt + KERNEL.rows() * Tile.WIDTH, 0);
        KERNEL.multiplyAdd(panels, row * width, columns, columnsAt, rows, out, outAt);
    }
}
