package dev.unbraid.vector;

/// The innermost loop of every product: as many sums as the processor has registers for, each loaded and stored once.
sealed interface MicroKernel permits EightByThree, FourByTwo {
    /// How many rows it makes at a time.
    int rows();

    /// `out[rows()][48] = from[rows()][48] + panel[width][rows()] · columns[width][48]`
    ///
    /// @param panels of weights, transposed
    /// @param rows   where each row of the columns begins, from `columnsAt` on; as many as the panel is wide
    /// @param from   may be the answers themselves
    void multiplyAdd(float[] panels, int panelAt, float[] columns, int columnsAt, int[] rows,
            float[] from, int fromAt, float[] out, int outAt);

    /// @return the next multiple of [#rows]
    default int padded(int count) {
        return Math.ceilDiv(count, rows()) * rows();
    }
}
