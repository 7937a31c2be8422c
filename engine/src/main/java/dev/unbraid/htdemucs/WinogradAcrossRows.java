package dev.unbraid.htdemucs;

import dev.unbraid.vector.ColumnRows;
import dev.unbraid.vector.Tile;
import dev.unbraid.vector.WinogradMatrix;

/// A convolution of a plane with three taps across its rows, four rows of answers at a time.
final class WinogradAcrossRows implements Convolution {
    /// Of a tile, with what taps along the row see beyond it.
    private static final int SEEN_COLUMNS = Tile.WIDTH + 16;

    private final WinogradMatrix weights;
    private final Plane x;
    private final int before;
    /// Where the first transformed column is put: so that the middle tap sees whole cache lines.
    private final int columnsAt;
    private final ColumnRows offsets;

    /// @param weights `[answers, channels, 3, taps]`
    /// @param taps    along the row, an odd number, around the answer's place
    WinogradAcrossRows(Linear weights, int taps, Plane x) {
        this.weights = new WinogradMatrix(weights.weight(), weights.bias(), taps);
        this.x = x;
        before = taps / 2;
        columnsAt = Tile.FIRST + Math.ceilDiv(before, Tile.LINE) * Tile.LINE - before;
        int[] starts = new int[x.channels() * taps];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i / taps * SEEN_COLUMNS + i % taps;
        }
        offsets = ColumnRows.of(starts);
    }

    /// Whether it can be, for a plane and so many taps on both axes.
    static boolean suits(Plane x, int taps) {
        return taps == WinogradMatrix.TAPS && x.rows() % WinogradMatrix.ANSWERS == 0;
    }

    @Override
    public int rows() {
        return WinogradMatrix.ANSWERS;
    }

    @Override
    public int resultNumbers() {
        return weights.resultNumbers();
    }

    @Override
    public float[] at(Grid.Place place, Scratch scratch) {
        int stride = x.channels() * SEEN_COLUMNS;
        float[] columns = scratch.columns(columnsAt + WinogradMatrix.SEEN * stride);
        int first = x.at(0, place.row() * WinogradMatrix.ANSWERS - 1) + place.start() - before;
        for (int c = 0; c < x.channels(); c++) {
            WinogradMatrix.transform(x.values(), first + c * x.channelStride(), x.rowStride(),
                    columns, columnsAt + c * SEEN_COLUMNS, stride, SEEN_COLUMNS);
        }
        float[] result = scratch.result(WinogradMatrix.ANSWERS * resultNumbers());
        weights.times(columns, columnsAt, stride, offsets, scratch.second(weights.sumNumbers()), result);
        return result;
    }
}
