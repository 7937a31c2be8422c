package dev.unbraid.vector;

/// A matrix of weights as [PairMatrix] multiplies with it: its quarters, and the sums of them that some products take.
final class PairWeights {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final int QUARTERS = 4;

    /// In the order in which [Strassen#putWeights] takes them.
    private final Panels quarters;
    /// Of half a tile
    private final ColumnRows seen;

    /// @param weights `[rows][width]`, which [#suits]
    PairWeights(float[] weights, int rows, int width) {
        int half = width / 2;
        quarters = new Panels(QUARTERS, rows / 2, half, (quarter, row, to) -> {
            int upper = row * width;
            int lower = (rows / 2 + row) * width;
            for (int i = 0; i < half; i++) {
                to[i] = switch (quarter) {
                    case 0 -> weights[upper + i];
                    case 1 -> weights[upper + half + i];
                    case 2 -> weights[lower + i] + weights[lower + half + i] - weights[upper + i];
                    default -> weights[lower + half + i];
                };
            }
        });
        seen = ColumnRows.ofTile(half);
    }

    /// Whether a matrix has quarters that products can be made of: whole panels, and whole registers of each.
    static boolean suits(int rows, int width) {
        return rows % (2 * KERNEL.rows()) == 0 && width % 4 == 0;
    }

    /// Of a quarter
    int rows() {
        return quarters.rows();
    }

    /// Rows of a quarter that are multiplied with at a time.
    int blockRows() {
        return quarters.blockRows();
    }

    /// Numbers of a quarter's block.
    int size() {
        return quarters.size();
    }

    float[] numbers() {
        return quarters.numbers();
    }

    /// Where a quarter's block that begins with a row begins.
    int at(int row, int quarter) {
        return quarters.at(row, quarter);
    }

    /// What some of the products take of the block that begins with a row. Made anew for some pairs each time: kept for all
    /// rows it would be nearly as large as the quarters, and come from as far.
    void putSums(int row, float[] sums, int sumsAt) {
        float[] numbers = numbers();
        int first = at(row, 0);
        int size = size();
        for (int i = 0; i < size; i += Lanes.COUNT) {
            Strassen.putWeights(numbers, first + i, size, sums, sumsAt + i);
        }
    }

    /// Multiplies a block of a quarter or of a sum with half a tile, and adds something.
    ///
    /// @param plus for as many rows as a block has, as `out`
    void times(float[] block, int at, float[] columns, int columnsAt, float[] plus, int plusAt, float[] out, int outAt) {
        quarters.times(block, at, columns, columnsAt, seen, plus, plusAt, out, outAt);
    }
}
