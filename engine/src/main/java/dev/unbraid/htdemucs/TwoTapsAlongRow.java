package dev.unbraid.htdemucs;

import dev.unbraid.vector.ColumnRows;
import dev.unbraid.vector.Tile;
import dev.unbraid.vector.TwoTapMatrix;

import java.util.stream.IntStream;

/// A convolution along a plane's rows with a kernel of two strides, two neighbours at a time: the stride that the one sees last
/// is what the other sees first. What each of both sees first is brought together beforehand.
final class TwoTapsAlongRow implements Convolution {
    /// Of a tile, with what its last answer sees beyond it.
    private static final int SEEN_COLUMNS = Tile.WIDTH + Tile.LINE;

    private final TwoTapMatrix weights;
    private final Plane x;
    private final int stride;
    private final int before;
    /// Of what one tap sees.
    private final int seenRows;
    private final ColumnRows rows;

    /// @param weights `[answers, channels, 2, stride]`
    /// @param before  how far the kernel begins before the answer's place
    TwoTapsAlongRow(Linear weights, int stride, int before, Plane x) {
        this.weights = new TwoTapMatrix(weights.weight(), weights.bias(), stride);
        this.x = x;
        this.stride = stride;
        this.before = before;
        seenRows = x.channels() * stride;
        rows = ColumnRows.of(IntStream.range(0, seenRows).map(row -> row * SEEN_COLUMNS).toArray());
    }

    @Override
    public int along() {
        return TwoTapMatrix.ANSWERS;
    }

    @Override
    public int resultNumbers() {
        return weights.resultNumbers();
    }

    @Override
    public float[] at(Grid.Place place, Scratch scratch) {
        int numbers = seenRows * SEEN_COLUMNS;
        float[] seen = scratch.room(2 * numbers);
        int middle = Tile.FIRST + numbers;
        int first = x.at(0, place.row()) + place.start() * along() * stride - before;
        for (int i = 0; i < seenRows; i++) {
            int from = first + i / stride * x.channelStride() + i % stride;
            x.gather(from, along() * stride, seen, Tile.FIRST + i * SEEN_COLUMNS, Tile.WIDTH + 1);
            x.gather(from + stride, along() * stride, seen, middle + i * SEEN_COLUMNS, Tile.WIDTH);
        }
        float[] result = scratch.result(along() * resultNumbers());
        // What an answer sees last is one column further than what its neighbour sees first.
        weights.times(seen, new TwoTapMatrix.Seen(Tile.FIRST, middle, Tile.FIRST + 1), rows,
                scratch.columns(weights.roomNumbers()), result);
        return result;
    }
}
