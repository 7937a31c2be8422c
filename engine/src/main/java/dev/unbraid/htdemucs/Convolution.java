package dev.unbraid.htdemucs;

import dev.unbraid.vector.PackedMatrix;
import dev.unbraid.vector.Tile;

/// Answers of a convolution of a plane, a tile of all channels at a time.
final class Convolution implements ContextConvolution {
    private final PackedMatrix weights;
    private final Neighbourhood seen;
    private final Plane x;
    private final int[] offsets;

    Convolution(PackedMatrix weights, Neighbourhood seen, Plane x) {
        this.weights = weights;
        this.seen = seen;
        this.x = x;
        offsets = seen.offsets(x);
    }

    @Override
    public int rows() {
        return 1;
    }

    /// How many channels it answers.
    int channels() {
        return weights.rows();
    }

    @Override
    public int resultNumbers() {
        return weights.resultNumbers();
    }

    @Override
    public float[] at(Grid.Place answers, Scratch scratch) {
        float[] result = scratch.result(weights.resultNumbers());
        int first = x.at(0, answers.row() * seen.acrossRows().stride()) + answers.start() * seen.alongRow().stride();
        if (seen.alongRow().stride() == 1) {
            // Nobody reads it, but it keeps the compiler from leaving the reading out.
            result[0] = x.touch(first);
            weights.times(x.values(), first, offsets, result);
        } else {
            float[] columns = scratch.columns(offsets.length * Tile.WIDTH);
            gather(first, columns);
            weights.times(columns, Tile.FIRST, result);
        }
        return result;
    }

    /// Brings together what strides leave apart.
    private void gather(int first, float[] columns) {
        float[] from = x.values();
        int stride = seen.alongRow().stride();
        for (int row = 0; row < offsets.length; row++) {
            int at = first + offsets[row];
            int end = Math.clamp((from.length - at - 1) / stride + 1, 0, Tile.WIDTH);
            int to = Tile.FIRST + row * Tile.WIDTH;
            for (int i = 0; i < end; i++) {
                columns[to + i] = from[at + i * stride];
            }
        }
    }
}
