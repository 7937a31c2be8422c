package dev.unbraid.vector;

import java.util.stream.IntStream;

/// The innermost loop of every product: as many sums as the processor has registers for, each loaded and stored once.
sealed interface MicroKernel permits EightByThree, FourByTwo {
    /// How many rows it makes at a time.
    int rows();

    /// `out[rows()][48] = from[rows()][48] + panel[width][rows()] · columns[width][48]`, for panels that follow one another.
    ///
    /// @param panels of weights, transposed
    /// @param rows   where each row of the columns begins, from `columnsAt` on; as many as a panel is wide
    /// @param from   may be the answers themselves
    /// @param apart  1 where each panel's sums begin with numbers of their own, which lie as the answers do; 0 where all begin
    ///               with the same
    /// @param starts where each panel's answers begin, from `outAt` on; as many as there are panels
    void multiplyAdd(float[] panels, int panelAt, float[] columns, int columnsAt, int[] rows,
            float[] from, int fromAt, int apart, float[] out, int outAt, int[] starts);

    /// Where the answers of panels begin, one after the other.
    default int[] starts(int panels) {
        return IntStream.range(0, panels).map(panel -> panel * rows() * Tile.WIDTH).toArray();
    }

    /// @return the next multiple of [#rows]
    default int padded(int count) {
        return Math.ceilDiv(count, rows()) * rows();
    }
}
