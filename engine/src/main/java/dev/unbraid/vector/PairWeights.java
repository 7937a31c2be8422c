package dev.unbraid.vector;

import java.util.stream.IntStream;

/// A matrix of weights as [PairMatrix] multiplies with it: in blocks of rows of quarters, each quarter of a block in parts of
/// columns. What a part is multiplied with stays in the nearest cache while all rows of a block are.
final class PairWeights {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final int QUARTERS = 4;
    /// Panels of a block, where that many fit.
    private static final int PANELS = 4;
    /// Columns of a part: so many rows of a tile take half of a nearest cache of 48 KiB.
    private static final int PART = 128;
    /// What is added where nothing is.
    static final float[] NOTHING = Tile.room(PANELS * KERNEL.rows() * Tile.WIDTH);

    /// Rows of a quarter
    private final int rows;
    /// Columns of a quarter
    private final int width;
    private final int blockRows;
    private final float[] numbers;
    /// Where the rows of each part's columns begin.
    private final int[][] seen;
    private final int[] starts;

    /// @param weights `[rows][width]`, which [#suits]
    PairWeights(float[] weights, int rows, int width) {
        this.rows = rows / 2;
        this.width = width / 2;
        int panels = this.rows / KERNEL.rows();
        int together = PANELS;
        while (panels % together != 0) {
            together /= 2;
        }
        blockRows = together * KERNEL.rows();
        starts = KERNEL.starts(together);
        seen = IntStream.range(0, Math.ceilDiv(this.width, PART))
                .mapToObj(part -> Tile.rows(Math.min(PART, this.width - part * PART))).toArray(int[][]::new);
        numbers = Tile.room(rows * width);
        for (int row = 0; row < this.rows; row++) {
            for (int column = 0; column < this.width; column++) {
                put(weights, row, column);
            }
        }
    }

    /// Whether a matrix has quarters that products can be made of: whole panels, and whole registers of each.
    static boolean suits(int rows, int width) {
        return rows % (2 * KERNEL.rows()) == 0 && width % 4 == 0;
    }

    /// One number of each quarter.
    private void put(float[] weights, int row, int column) {
        int part = column / PART;
        int inBlock = row % blockRows;
        int panel = inBlock / KERNEL.rows();
        int at = at(row - inBlock, 0) + blockRows * part * PART
                + (panel * seen[part].length + column % PART) * KERNEL.rows() + inBlock % KERNEL.rows();
        int upper = row * 2 * width + column;
        int lower = (rows + row) * 2 * width + column;
        numbers[at] = weights[upper];
        numbers[at + size()] = weights[upper + width];
        numbers[at + 2 * size()] = weights[lower] + weights[lower + width] - weights[upper];
        numbers[at + 3 * size()] = weights[lower + width];
    }

    int rows() {
        return rows;
    }

    /// Rows of a quarter that are multiplied with at a time.
    int blockRows() {
        return blockRows;
    }

    /// Numbers of a quarter's block.
    int size() {
        return blockRows * width;
    }

    float[] numbers() {
        return numbers;
    }

    /// Where a quarter's block that begins with a row begins; quarters lie as [Strassen#putWeights] takes them.
    int at(int row, int quarter) {
        return Tile.FIRST + QUARTERS * row * width + quarter * size();
    }

    /// What some of the products take of the block that begins with a row. Made anew for some pairs each time: kept for all
    /// rows it would be nearly as large as the quarters, and come from as far.
    void putSums(int row, float[] sums, int sumsAt) {
        for (int i = 0; i < size(); i += Lanes.COUNT) {
            Strassen.putWeights(numbers, at(row, 0) + i, size(), sums, sumsAt + i);
        }
    }

    /// Multiplies a block of a quarter or of a sum with half a tile, and adds something.
    ///
    /// @param plus for as many rows as a block has, as `out`
    void times(float[] block, int at, float[] columns, int columnsAt, float[] plus, int plusAt, float[] out, int outAt) {
        float[] from = plus;
        int fromAt = plusAt;
        for (int part = 0; part < seen.length; part++) {
            KERNEL.multiplyAdd(block, at + blockRows * part * PART, columns, columnsAt + part * PART * Tile.WIDTH, seen[part],
                    from, fromAt, 1, out, outAt, starts);
            from = out;
            fromAt = outAt;
        }
    }
}
