package dev.unbraid.htdemucs;

import dev.unbraid.vector.Activations;
import dev.unbraid.vector.Moments;
import dev.unbraid.vector.TileNorms;

import java.util.List;

/// What each row of a tile is multiplied with, and what is added to it then.
@SuppressWarnings("ArrayRecordComponent") // read once per tile
record RowScale(float[] scale, float[] offset) {
    static final RowScale NONE = new RowScale(new float[0], new float[0]);

    /// GroupNorm(1) with its weights, for numbers of which the parts tell.
    static RowScale norm(List<Moments> parts, float[] weight, float[] bias) {
        Moments all = Moments.of(parts);
        double scale = all.scale();
        RowScale rows = new RowScale(new float[weight.length], new float[weight.length]);
        for (int i = 0; i < weight.length; i++) {
            rows.scale[i] = (float) (weight[i] * scale);
            rows.offset[i] = (float) (bias[i] - all.mean() * weight[i] * scale);
        }
        return rows;
    }

    /// GLU of what it makes of a tile, added to what is there.
    void addGlu(float[] tile, int at, Activations.Rows to) {
        Activations.addGlu(tile, at, scale, offset, to);
    }

    /// In place.
    void apply(float[] tile, int at) {
        TileNorms.affine(tile, at, scale, offset);
    }
}
