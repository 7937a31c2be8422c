package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// Norms of tiles, each channel a row.
public final class TileNorms {
    private static final float EPSILON = 1e-5f;
    private static final int STEP = 3 * Lanes.COUNT;

    private TileNorms() {}

    /// A layer norm: each column by itself.
    ///
    /// @param weight one for each channel, as is `bias`
    /// @param out    where another tile is
    public static void layerNorm(float[] x, int xAt, float[] weight, float[] bias, float[] out, int outAt) {
        int channels = weight.length;
        float[] mean = new float[Tile.WIDTH];
        float[] scale = new float[Tile.WIDTH];
        for (int lane = 0; lane < Tile.WIDTH; lane += STEP) {
            findMean(x, xAt + lane, channels, mean, lane);
            addSquares(x, xAt + lane, channels, mean, scale, lane);
        }
        toScale(scale, channels);
        for (int c = 0; c < channels; c++) {
            int at = c * Tile.WIDTH;
            for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
                FloatVector normal = Lanes.load(x, xAt + at + lane).sub(Lanes.load(mean, lane)).mul(Lanes.load(scale, lane));
                normal.fma(Lanes.all(weight[c]), Lanes.all(bias[c])).intoArray(out, outAt + at + lane);
            }
        }
    }

    /// Three at a time, for a sum waits for what was added last.
    private static void findMean(float[] x, int at, int channels, float[] mean, int lane) {
        FloatVector first = Lanes.all(0);
        FloatVector second = Lanes.all(0);
        FloatVector third = Lanes.all(0);
        for (int i = at; i < at + channels * Tile.WIDTH; i += Tile.WIDTH) {
            first = first.add(Lanes.load(x, i));
            second = second.add(Lanes.load(x, i + Lanes.COUNT));
            third = third.add(Lanes.load(x, i + 2 * Lanes.COUNT));
        }
        first.mul(1f / channels).intoArray(mean, lane);
        second.mul(1f / channels).intoArray(mean, lane + Lanes.COUNT);
        third.mul(1f / channels).intoArray(mean, lane + 2 * Lanes.COUNT);
    }

    /// Of what differs from the mean, as [#findMean].
    private static void addSquares(float[] x, int at, int channels, float[] mean, float[] squares, int lane) {
        FloatVector firstMean = Lanes.load(mean, lane);
        FloatVector secondMean = Lanes.load(mean, lane + Lanes.COUNT);
        FloatVector thirdMean = Lanes.load(mean, lane + 2 * Lanes.COUNT);
        FloatVector first = Lanes.all(0);
        FloatVector second = Lanes.all(0);
        FloatVector third = Lanes.all(0);
        for (int i = at; i < at + channels * Tile.WIDTH; i += Tile.WIDTH) {
            FloatVector x1 = Lanes.load(x, i).sub(firstMean);
            FloatVector x2 = Lanes.load(x, i + Lanes.COUNT).sub(secondMean);
            FloatVector x3 = Lanes.load(x, i + 2 * Lanes.COUNT).sub(thirdMean);
            first = x1.fma(x1, first);
            second = x2.fma(x2, second);
            third = x3.fma(x3, third);
        }
        first.intoArray(squares, lane);
        second.intoArray(squares, lane + Lanes.COUNT);
        third.intoArray(squares, lane + 2 * Lanes.COUNT);
    }

    /// One over the root of the variance.
    private static void toScale(float[] squares, int channels) {
        for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
            FloatVector variance = Lanes.load(squares, lane).mul(1f / channels);
            Lanes.all(1).div(variance.add(EPSILON).sqrt()).intoArray(squares, lane);
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
