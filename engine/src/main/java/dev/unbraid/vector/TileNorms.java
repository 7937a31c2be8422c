package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// Norms of tiles, each channel a row.
public final class TileNorms {
    private static final float EPSILON = 1e-5f;

    private TileNorms() {}

    /// A layer norm: each column by itself.
    ///
    /// @param weight one for each channel, as is `bias`
    /// @param out    where another tile is
    public static void layerNorm(float[] x, int xAt, float[] weight, float[] bias, float[] out, int outAt) {
        int channels = weight.length;
        for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
            FloatVector sum = Lanes.all(0);
            for (int c = 0; c < channels; c++) {
                sum = sum.add(Lanes.load(x, xAt + c * Tile.WIDTH + lane));
            }
            FloatVector mean = sum.mul(1f / channels);
            FloatVector squares = Lanes.all(0);
            for (int c = 0; c < channels; c++) {
                FloatVector centred = Lanes.load(x, xAt + c * Tile.WIDTH + lane).sub(mean);
                squares = centred.fma(centred, squares);
            }
            FloatVector scale = Lanes.all(1).div(squares.mul(1f / channels).add(EPSILON).sqrt());
            for (int c = 0; c < channels; c++) {
                int at = c * Tile.WIDTH + lane;
                FloatVector normal = Lanes.load(x, xAt + at).sub(mean).mul(scale);
                normal.fma(Lanes.all(weight[c]), Lanes.all(bias[c])).intoArray(out, outAt + at);
            }
        }
    }

    /// Each row times a number of its own plus another, in place.
    public static void affine(float[] x, int xAt, float[] scale, float[] offset) {
        for (int c = 0; c < scale.length; c++) {
            FloatVector times = Lanes.all(scale[c]);
            FloatVector plus = Lanes.all(offset[c]);
            for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
                int at = xAt + c * Tile.WIDTH + lane;
                Lanes.load(x, at).fma(times, plus).intoArray(x, at);
            }
        }
    }

    /// Adds tiles of so many rows, in place of the first.
    public static void add(float[] x, int xAt, float[] y, int yAt, int rows) {
        for (int i = 0; i < rows * Tile.WIDTH; i += Lanes.COUNT) {
            Lanes.load(x, xAt + i).add(Lanes.load(y, yAt + i)).intoArray(x, xAt + i);
        }
    }
}
