package dev.unbraid.vector;

/// Matrices of one shape, laid out as [MicroKernel] reads them: the same rows of each lie one after the other, in the order in
/// which they are multiplied.
final class Panels {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final float[] NOTHING = new float[KERNEL.rows() * Tile.WIDTH];

    private final int rows;
    private final int width;
    private final int matrices;
    private final float[] numbers;

    /// @param matrices each `[rows][width]`
    Panels(int rows, float[]... matrices) {
        this.rows = rows;
        width = matrices[0].length / rows;
        this.matrices = matrices.length;
        if (width * rows != matrices[0].length) {
            throw new IllegalArgumentException("%d weights for %d rows".formatted(matrices[0].length, rows));
        }
        numbers = new float[matrices.length * padded() * width];
        for (int matrix = 0; matrix < matrices.length; matrix++) {
            for (int row = 0; row < rows; row++) {
                int inPanel = row % KERNEL.rows();
                put(matrices[matrix], row * width, at(row - inPanel, matrix) + inPanel);
            }
        }
    }

    private void put(float[] weights, int from, int to) {
        int step = KERNEL.rows();
        for (int i = 0; i < width; i++) {
            numbers[to + i * step] = weights[from + i];
        }
    }

    private int at(int row, int matrix) {
        return (row * matrices + matrix * KERNEL.rows()) * width;
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
        KERNEL.multiplyAdd(numbers, at(row, matrix), columns, columnsAt, seen, NOTHING, 0, out, outAt);
    }

    /// As above with the first matrix, and something added.
    void timesPlus(int row, float[] columns, int columnsAt, int[] seen, float[] plus, int plusAt, float[] out, int outAt) {
        KERNEL.multiplyAdd(numbers, at(row, 0), columns, columnsAt, seen, plus, plusAt, out, outAt);
    }
}
