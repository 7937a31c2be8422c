package dev.unbraid.vector;

import java.util.Arrays;

/// Matrices of one shape, laid out as [MicroKernel] reads them: the same rows of each lie one after the other, in the order in
/// which they are multiplied.
final class Panels {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final int[] ONE = KERNEL.starts(1);
    private static final float[] NOTHING = Tile.room(KERNEL.rows() * Tile.WIDTH);

    private final int rows;
    private final int width;
    private final int matrices;
    private final float[] numbers;
    private final int[] starts;

    /// Where the numbers of matrices come from.
    @FunctionalInterface
    interface Source {
        /// Copies one row.
        void row(int matrix, int row, float[] to);
    }

    Panels(int matrices, int rows, int width, Source source) {
        this.matrices = matrices;
        this.rows = rows;
        this.width = width;
        starts = KERNEL.starts(padded() / KERNEL.rows());
        numbers = Tile.room(matrices * padded() * width);
        float[] line = new float[width];
        for (int matrix = 0; matrix < matrices; matrix++) {
            for (int row = 0; row < rows; row++) {
                int inPanel = row % KERNEL.rows();
                source.row(matrix, row, line);
                put(line, at(row - inPanel, matrix) + inPanel);
            }
        }
    }

    private void put(float[] line, int to) {
        int step = KERNEL.rows();
        for (int i = 0; i < width; i++) {
            numbers[to + i * step] = line[i];
        }
    }

    /// Where a matrix's rows begin, as many as a kernel makes at a time.
    private int at(int row, int matrix) {
        return Tile.FIRST + (row * matrices + matrix * KERNEL.rows()) * width;
    }

    int rows() {
        return rows;
    }

    int width() {
        return width;
    }

    /// Rows that are written, the last ones perhaps to spare.
    int padded() {
        return KERNEL.padded(rows);
    }

    /// As many rows of answers as a kernel makes at a time, in place of what is there.
    ///
    /// @param row  the first of them
    /// @param seen where each row of the columns begins, from `columnsAt` on; as many as a matrix is wide
    void times(int row, int matrix, float[] columns, int columnsAt, int[] seen, float[] out, int outAt) {
        KERNEL.multiplyAdd(numbers, at(row, matrix), columns, columnsAt, seen, NOTHING, Tile.FIRST, 0, out, outAt, ONE);
    }

    /// All rows of answers, of one matrix alone, and something added.
    void timesPlus(float[] columns, int columnsAt, int[] seen, float[] plus, int plusAt, float[] out, int outAt) {
        KERNEL.multiplyAdd(numbers, at(0, 0), columns, columnsAt, seen, plus, plusAt, 1, out, outAt, starts);
    }

    /// A tile whose rows each hold one number, from [Tile#FIRST] on: what is added may be that.
    float[] tile(float[] ofRows) {
        float[] tile = Tile.room(padded() * Tile.WIDTH);
        for (int row = 0; row < rows; row++) {
            Arrays.fill(tile, Tile.FIRST + row * Tile.WIDTH, Tile.FIRST + (row + 1) * Tile.WIDTH, ofRows[row]);
        }
        return tile;
    }
}
