package dev.unbraid.htdemucs;

import dev.unbraid.vector.ColumnRows;
import dev.unbraid.vector.PackedMatrix;

/// A convolution whose answers each see what is around their own place.
final class DirectConvolution implements Convolution {
    private final PackedMatrix weights;
    private final Plane x;
    private final ColumnRows offsets;

    DirectConvolution(PackedMatrix weights, Neighbourhood seen, Plane x) {
        this.weights = weights;
        this.x = x;
        offsets = ColumnRows.of(seen.offsets(x));
    }

    @Override
    public int resultNumbers() {
        return weights.resultNumbers();
    }

    @Override
    public float[] at(Grid.Place place, Scratch scratch) {
        float[] result = scratch.result(weights.resultNumbers());
        int first = x.at(0, place);
        // Nobody reads it, but it keeps the compiler from leaving the reading out.
        result[0] = x.touch(first);
        weights.times(x.values(), first, offsets, result);
        return result;
    }
}
