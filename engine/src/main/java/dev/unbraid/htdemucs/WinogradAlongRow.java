package dev.unbraid.htdemucs;

import dev.unbraid.vector.ColumnRows;
import dev.unbraid.vector.Tile;
import dev.unbraid.vector.WinogradMatrix;

/// A convolution along a plane's rows with three taps, four neighbours at a time. What every fourth of them sees at each of six
/// places is brought together beforehand.
final class WinogradAlongRow implements Convolution {
    private final WinogradMatrix weights;
    private final Plane x;
    private final ColumnRows rows;

    /// @param weights `[answers, channels, 3]`, around the answer's place
    WinogradAlongRow(Linear weights, Plane x) {
        this.weights = new WinogradMatrix(weights.weight(), weights.bias(), 1);
        this.x = x;
        rows = ColumnRows.ofTile(x.channels());
    }

    /// Whether it can be, with so many taps.
    static boolean suits(int taps) {
        return taps == WinogradMatrix.TAPS;
    }

    @Override
    public int along() {
        return WinogradMatrix.ANSWERS;
    }

    @Override
    public int resultNumbers() {
        return weights.resultNumbers();
    }

    @Override
    public float[] at(Grid.Place place, Scratch scratch) {
        float[] seen = scratch.room(WinogradMatrix.SEEN * Tile.WIDTH);
        int stride = x.channels() * Tile.WIDTH;
        float[] columns = scratch.columns(WinogradMatrix.SEEN * stride);
        int first = x.at(0, place.row()) + place.start() * along() - 1;
        for (int c = 0; c < x.channels(); c++) {
            for (int i = 0; i < WinogradMatrix.SEEN; i++) {
                x.gather(first + c * x.channelStride() + i, along(), seen, Tile.FIRST + i * Tile.WIDTH, Tile.WIDTH);
            }
            WinogradMatrix.transform(seen, Tile.FIRST, Tile.WIDTH, columns, Tile.FIRST + c * Tile.WIDTH, stride, Tile.WIDTH);
        }
        float[] result = scratch.result(along() * resultNumbers());
        weights.times(columns, Tile.FIRST, stride, rows, scratch.second(weights.sumNumbers()), result);
        return result;
    }
}
