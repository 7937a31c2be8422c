package dev.unbraid.vector;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Where the rows of columns begin that a matrix multiplies with, in parts: what one part takes stays in the nearest cache while
/// some rows of the matrix are multiplied with it.
public final class ColumnRows {
    /// Rows of a part: of a tile they take three fifths of a nearest cache of 48 KiB.
    private static final int MOST = 144;

    private final int[][] parts;

    private ColumnRows(int[] starts) {
        int count = Math.ceilDiv(starts.length, MOST);
        parts = IntStream.range(0, count)
                .mapToObj(part -> Arrays.copyOfRange(starts, starts.length * part / count, starts.length * (part + 1) / count))
                .toArray(int[][]::new);
    }

    /// @param starts of each, as many as the matrix is wide
    public static ColumnRows of(int... starts) {
        return new ColumnRows(starts);
    }

    /// Those of a tile.
    public static ColumnRows ofTile(int count) {
        return new ColumnRows(Tile.rows(count));
    }

    /// Not to be written to.
    int[][] parts() {
        return parts;
    }
}
