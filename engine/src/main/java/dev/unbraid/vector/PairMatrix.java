package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// A matrix of weights with a bias that multiplies with two tiles at once, in seven products of quarters where there would be
/// eight: Strassen's algorithm (1969) in Winograd's form, with the fewest sums. It costs a little of the exactness, for each
/// answer is put together of others of its size. Any number of threads may multiply with it.
public final class PairMatrix {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    /// What each product takes of the weights: how often a quarter counts, from left to right and from top to bottom.
    private static final int[][] FACTORS = {
        {1, 0, 0, 0}, {0, 1, 0, 0}, {1, 1, -1, -1}, {0, 0, 0, 1}, {0, 0, 1, 1}, {-1, 0, 1, 1}, {1, 0, -1, 0}};
    private static final int PRODUCTS = FACTORS.length;
    private static final int PANEL = KERNEL.rows() * Tile.WIDTH;

    private final int half;
    private final float[] bias;
    private final Panels factors;
    private final int[] rowsOfHalf;

    /// @param weights `[rows][width]`
    /// @param bias    one for each row, a number that [#suits]
    public PairMatrix(float[] weights, float[] bias) {
        this.bias = bias.clone();
        int rows = bias.length;
        int width = weights.length / rows;
        if (!suits(rows, width)) {
            throw new IllegalArgumentException("%d rows of %d weights have no quarters".formatted(rows, width));
        }
        half = width / 2;
        factors = new Panels(PRODUCTS, rows / 2, half, (product, row, to) -> factor(weights, row, FACTORS[product], to));
        rowsOfHalf = Tile.rows(half);
    }

    /// Whether a matrix has quarters that products can be made of.
    public static boolean suits(int rows, int width) {
        return rows % (2 * KERNEL.rows()) == 0 && width % 2 == 0;
    }

    /// One row of what a product takes.
    private void factor(float[] weights, int row, int[] times, float[] to) {
        int upper = row * 2 * half;
        int lower = upper + bias.length * half;
        for (int i = 0; i < half; i++) {
            to[i] = times[2] * weights[lower + i] + times[3] * weights[lower + half + i]
                    + times[0] * weights[upper + i] + times[1] * weights[upper + half + i];
        }
    }

    public int rows() {
        return bias.length;
    }

    /// Numbers that [#addTimes] needs for itself, from [Tile#FIRST] on.
    public int roomNumbers(int pairs) {
        return pairs * 4 * half * Tile.WIDTH + PRODUCTS * PANEL;
    }

    /// Adds the answers and the bias to what is there. Some pairs together take less time than one after the other: weights
    /// come from far.
    ///
    /// @param columns pairs of tiles of as many rows as the matrix is wide, one after the other
    /// @param room    for [#roomNumbers]
    /// @param out     as many tiles of answers, one after the other
    public void addTimes(int pairs, float[] columns, int columnsAt, float[] room, float[] out, int outAt) {
        int size = half * Tile.WIDTH;
        for (int pair = 0; pair < pairs; pair++) {
            combineColumns(columns, columnsAt + pair * 4 * size, room, Tile.FIRST + pair * 4 * size, size);
        }
        int sums = Tile.FIRST + pairs * 4 * size;
        for (int row = 0; row < factors.rows(); row += KERNEL.rows()) {
            for (int pair = 0; pair < pairs; pair++) {
                int at = pair * 4 * size;
                multiply(row, columns, columnsAt + at, room, Tile.FIRST + at, sums);
                combineRows(row, room, sums, out, outAt + pair * 2 * bias.length * Tile.WIDTH);
            }
        }
    }

    private void multiply(int row, float[] columns, int columnsAt, float[] room, int roomAt, int sums) {
        int size = half * Tile.WIDTH;
        int[] seen = {columnsAt, columnsAt + size, columnsAt + 3 * size,
            roomAt + 3 * size, roomAt, roomAt + size, roomAt + 2 * size};
        for (int i = 0; i < PRODUCTS; i++) {
            factors.times(row, i, i < 3 ? columns : room, seen[i], rowsOfHalf, room, sums + i * PANEL);
        }
    }

    private void combineRows(int row, float[] room, int sums, float[] out, int outAt) {
        int rows = factors.rows();
        for (int i = row; i < row + KERNEL.rows(); i++) {
            combine(room, sums + (i - row) * Tile.WIDTH, out, outAt + i * Tile.WIDTH, rows * Tile.WIDTH, bias[i], bias[rows + i]);
        }
    }

    private static void combineColumns(float[] columns, int at, float[] room, int roomAt, int size) {
        for (int i = 0; i < size; i += Lanes.COUNT) {
            FloatVector b11 = Lanes.load(columns, at + i);
            FloatVector b21 = Lanes.load(columns, at + size + i);
            FloatVector b12 = Lanes.load(columns, at + 2 * size + i);
            FloatVector b22 = Lanes.load(columns, at + 3 * size + i);
            FloatVector t1 = b12.sub(b11);
            FloatVector t2 = b22.sub(t1);
            t1.intoArray(room, roomAt + i);
            t2.intoArray(room, roomAt + size + i);
            b22.sub(b12).intoArray(room, roomAt + 2 * size + i);
            t2.sub(b21).intoArray(room, roomAt + 3 * size + i);
        }
    }

    private static void combine(float[] sums, int at, float[] out, int outAt, int size, float upper, float lower) {
        FloatVector up = Lanes.all(upper);
        FloatVector low = Lanes.all(lower);
        for (int i = 0; i < Tile.WIDTH; i += Lanes.COUNT) {
            int from = at + i;
            int to = outAt + i;
            FloatVector p1 = Lanes.load(sums, from);
            FloatVector p5 = Lanes.load(sums, from + 4 * PANEL);
            FloatVector u2 = p1.add(Lanes.load(sums, from + 5 * PANEL));
            FloatVector u3 = u2.add(Lanes.load(sums, from + 6 * PANEL)).add(low);
            FloatVector c11 = p1.add(Lanes.load(sums, from + PANEL)).add(up);
            FloatVector c12 = u2.add(p5).add(Lanes.load(sums, from + 2 * PANEL)).add(up);
            FloatVector c21 = u3.sub(Lanes.load(sums, from + 3 * PANEL));
            FloatVector c22 = u3.add(p5);
            Lanes.load(out, to).add(c11).intoArray(out, to);
            Lanes.load(out, to + size).add(c21).intoArray(out, to + size);
            Lanes.load(out, to + 2 * size).add(c12).intoArray(out, to + 2 * size);
            Lanes.load(out, to + 3 * size).add(c22).intoArray(out, to + 3 * size);
        }
    }
}
