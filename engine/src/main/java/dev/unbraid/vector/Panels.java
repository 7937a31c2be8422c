package dev.unbraid.vector;

import java.util.Arrays;

/// Matrices of one shape, laid out as [MicroKernel] reads them: in blocks of rows, the same of each matrix one after the other,
/// each block in the parts of columns that [ColumnRows] come in.
final class Panels {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    /// As many rows as a kernel makes at a time are a panel: so many to a block, where they fit.
    private static final int MOST_PANELS = 4;
    /// What is added where nothing is.
    static final float[] NOTHING = Tile.room(MOST_PANELS * KERNEL.rows() * Tile.WIDTH);

    private final int rows;
    private final int width;
    private final int matrices;
    private final int blockRows;
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
        int panels = padded() / KERNEL.rows();
        int together = MOST_PANELS;
        while (panels % together != 0) {
            together--;
        }
        blockRows = together * KERNEL.rows();
        starts = KERNEL.starts(together);
        numbers = Tile.room(matrices * padded() * width);
        int[][] parts = ColumnRows.ofTile(width).parts();
        float[] line = new float[width];
        for (int matrix = 0; matrix < matrices; matrix++) {
            for (int row = 0; row < rows; row++) {
                source.row(matrix, row, line);
                put(line, parts, row % blockRows, at(row - row % blockRows, matrix));
            }
        }
    }

    private void put(float[] line, int[][] parts, int row, int blockAt) {
        int step = KERNEL.rows();
        int column = 0;
        int at = blockAt;
        for (int[] part : parts) {
            int to = at + row / step * step * part.length + row % step;
            for (int i = 0; i < part.length; i++) {
                numbers[to + i * step] = line[column + i];
            }
            column += part.length;
            at += blockRows * part.length;
        }
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

    /// Rows that are multiplied with at a time.
    int blockRows() {
        return blockRows;
    }

    /// Numbers of a block.
    int size() {
        return blockRows * width;
    }

    float[] numbers() {
        return numbers;
    }

    /// Where a matrix's block that begins with a row begins.
    int at(int row, int matrix) {
        return Tile.FIRST + row * matrices * width + matrix * size();
    }

    /// A block of answers, and something added.
    ///
    /// @param row  the first of them
    /// @param seen from `columnsAt` on, as many as a matrix is wide
    /// @param plus for as many rows as a block has, as `out`
    void times(
            int row, int matrix, float[] columns, int columnsAt, ColumnRows seen, float[] plus, int plusAt, float[] out, int outAt) {
        times(numbers, at(row, matrix), columns, columnsAt, seen, plus, plusAt, out, outAt);
    }

    /// As above, for a block that lies elsewhere.
    void times(
            float[] block, int blockAt, float[] columns, int columnsAt, ColumnRows seen,
            float[] plus, int plusAt, float[] out, int outAt) {
        float[] from = plus;
        int fromAt = plusAt;
        int at = blockAt;
        for (int[] part : seen.parts()) {
            KERNEL.multiplyAdd(block, at, columns, columnsAt, part, from, fromAt, 1, out, outAt, starts);
            at += blockRows * part.length;
            from = out;
            fromAt = outAt;
        }
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
