package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// Mean and spread of what a matrix with a bias makes of a tile, without making it: a column's squared deviations are a
/// quadratic form of the column, which has its own few rows in place of the matrix's many. Any number of threads may ask.
public final class LinearMoments {
    private final int rows;
    private final int width;
    /// `Wᵀ W` and `2 Wᵀ b`, where both are less their means over the rows; in its last row those means.
    private final PackedMatrix form;
    private final double biasSquares;

    /// @param weights `[rows][width]`
    /// @param bias    one for each row
    public LinearMoments(float[] weights, float[] bias) {
        rows = bias.length;
        width = weights.length / rows;
        double[] means = new double[width + 1];
        double[] centred = centred(weights, bias, means);
        float[] products = new float[(width + 1) * width];
        float[] twice = new float[width + 1];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                products[i * width + j] = (float) product(centred, i, j);
            }
            twice[i] = (float) (2 * product(centred, i, width));
            products[width * width + i] = (float) means[i];
        }
        twice[width] = (float) means[width];
        form = new PackedMatrix(products, twice);
        biasSquares = product(centred, width, width);
    }

    /// `[rows][width + 1]`, the bias in the last column, less the means of each column.
    private double[] centred(float[] weights, float[] bias, double[] means) {
        double[] all = new double[rows * (width + 1)];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i <= width; i++) {
                double value = i < width ? weights[row * width + i] : bias[row];
                all[row * (width + 1) + i] = value;
                means[i] += value / rows;
            }
        }
        for (int i = 0; i < all.length; i++) {
            all[i] -= means[i % (width + 1)];
        }
        return all;
    }

    private double product(double[] centred, int i, int j) {
        double sum = 0;
        for (int at = 0; at < centred.length; at += width + 1) {
            sum += centred[at + i] * centred[at + j];
        }
        return sum;
    }

    /// Numbers that [#of] needs for itself, from [Tile#FIRST] on.
    public int roomNumbers() {
        return form.resultNumbers();
    }

    /// @param columns how many of the tile's count
    /// @param room    for [#roomNumbers]
    public Moments of(float[] tile, int at, int columns, float[] room) {
        form.times(tile, at, room);
        Moments ofMeans = Moments.of(room, Tile.FIRST + width * Tile.WIDTH, 1, columns);
        dot(tile, at, room, Tile.FIRST, width);
        double within = biasSquares * columns;
        for (int i = Tile.FIRST; i < Tile.FIRST + columns; i++) {
            within += room[i];
        }
        return new Moments((long) columns * rows, ofMeans.mean(), within + rows * ofMeans.squares());
    }

    /// Each column of a tile times that of another, in place of its first row.
    private static void dot(float[] x, int at, float[] y, int yAt, int rows) {
        for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
            FloatVector sum = Lanes.load(x, at + lane).mul(Lanes.load(y, yAt + lane));
            for (int i = lane + Tile.WIDTH; i < rows * Tile.WIDTH; i += Tile.WIDTH) {
                sum = Lanes.load(x, at + i).fma(Lanes.load(y, yAt + i), sum);
            }
            sum.intoArray(y, yAt + lane);
        }
    }
}
