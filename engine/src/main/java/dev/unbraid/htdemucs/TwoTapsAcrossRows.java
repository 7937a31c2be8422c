package dev.unbraid.htdemucs;

import dev.unbraid.vector.ColumnRows;
import dev.unbraid.vector.TwoTapMatrix;

/// A convolution of a plane across its rows with a kernel of two strides, two rows of answers at a time: the stride of rows
/// that the one sees last is what the other sees first.
final class TwoTapsAcrossRows implements Convolution {
    private final TwoTapMatrix weights;
    private final Plane x;
    private final int stride;
    private final int before;
    private final ColumnRows offsets;

    /// @param weights `[answers, channels, 2, stride]`
    /// @param before  how far the kernel begins before the answer's place
    /// @param x       with margins of as many rows as an answer beyond its last sees
    TwoTapsAcrossRows(Linear weights, int stride, int before, Plane x) {
        this.weights = new TwoTapMatrix(weights.weight(), weights.bias(), stride);
        this.x = x;
        this.stride = stride;
        this.before = before;
        int[] starts = new int[x.channels() * stride];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i / stride * x.channelStride() + i % stride * x.rowStride();
        }
        offsets = ColumnRows.of(starts);
    }

    @Override
    public int rows() {
        return TwoTapMatrix.ANSWERS;
    }

    @Override
    public int resultNumbers() {
        return weights.resultNumbers();
    }

    @Override
    public float[] at(Grid.Place place, Scratch scratch) {
        int first = x.at(0, place.row() * rows() * stride - before) + place.start();
        int apart = stride * x.rowStride();
        float[] result = scratch.result(rows() * resultNumbers());
        weights.times(x.values(), new TwoTapMatrix.Seen(first, first + apart, first + 2 * apart), offsets,
                scratch.columns(weights.roomNumbers()), result);
        return result;
    }
}
