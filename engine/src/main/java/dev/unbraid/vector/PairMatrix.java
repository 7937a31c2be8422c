package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// A matrix of weights with a bias that multiplies with two tiles at once, in seven products of quarters where there would be
/// eight: Strassen's algorithm (1969) in Winograd's form, with the fewest sums. It costs a little of the exactness, for each
/// answer is put together of others of its size. Any number of threads may multiply with it.
public final class PairMatrix {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final int PRODUCTS = 7;
    private static final int QUARTERS = 4;
    private static final int PANEL = KERNEL.rows() * Tile.WIDTH;

    private final int half;
    private final float[] bias;
    private final Panels quarters;
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
        quarters = new Panels(QUARTERS, rows / 2, half, (quarter, row, to) ->
                System.arraycopy(weights, ((quarter / 2 * rows / 2 + row) * 2 + quarter % 2) * half, to, 0, half));
        rowsOfHalf = Tile.rows(half);
    }

    /// Whether a matrix has quarters that products can be made of: whole panels, and whole registers of each.
    public static boolean suits(int rows, int width) {
        return rows % (2 * KERNEL.rows()) == 0 && width % 4 == 0;
    }

    public int rows() {
        return bias.length;
    }

    /// Numbers that [#addTimes] needs for itself, from [Tile#FIRST] on.
    public int roomNumbers(int pairs) {
        return pairs * 4 * half * Tile.WIDTH + PRODUCTS * PANEL + 4 * KERNEL.rows() * half;
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
        for (int row = 0; row < quarters.rows(); row += KERNEL.rows()) {
            combineWeights(quarters.numbers(), quarters.at(row, 0), KERNEL.rows() * half, room, sums + PRODUCTS * PANEL);
            for (int pair = 0; pair < pairs; pair++) {
                int at = pair * 4 * size;
                multiply(row, columns, columnsAt + at, room, Tile.FIRST + at, sums);
                combineRows(row, room, sums, out, outAt + pair * 2 * bias.length * Tile.WIDTH);
            }
        }
    }

    private void multiply(int row, float[] columns, int columnsAt, float[] room, int roomAt, int sums) {
        int size = half * Tile.WIDTH;
        quarters.times(row, 0, columns, columnsAt, rowsOfHalf, room, sums);
        quarters.times(row, 1, columns, columnsAt + size, rowsOfHalf, room, sums + PANEL);
        quarters.times(row, 3, room, roomAt + 3 * size, rowsOfHalf, room, sums + 2 * PANEL);
        int weights = sums + PRODUCTS * PANEL;
        int each = KERNEL.rows() * half;
        Panels.times(room, weights, room, roomAt, rowsOfHalf, room, sums + 3 * PANEL);
        Panels.times(room, weights + each, room, roomAt + size, rowsOfHalf, room, sums + 4 * PANEL);
        Panels.times(room, weights + 2 * each, room, roomAt + 2 * size, rowsOfHalf, room, sums + 5 * PANEL);
        Panels.times(room, weights + 3 * each, columns, columnsAt + 3 * size, rowsOfHalf, room, sums + 6 * PANEL);
    }

    private void combineRows(int row, float[] room, int sums, float[] out, int outAt) {
        int rows = quarters.rows();
        for (int i = row; i < row + KERNEL.rows(); i++) {
            combine(room, sums + (i - row) * Tile.WIDTH, out, outAt + i * Tile.WIDTH, rows * Tile.WIDTH, bias[i], bias[rows + i]);
        }
    }

    /// Sums of quarters, which four of the products take. Made anew for some pairs each time: kept for all rows they would be as
    /// large as the quarters, and come from as far.
    ///
    /// @param size of the rows of one quarter, which follow one another
    private static void combineWeights(float[] weights, int at, int size, float[] room, int roomAt) {
        for (int i = 0; i < size; i += Lanes.COUNT) {
            FloatVector a11 = Lanes.load(weights, at + i);
            FloatVector a21 = Lanes.load(weights, at + 2 * size + i);
            FloatVector s1 = a21.add(Lanes.load(weights, at + 3 * size + i));
            FloatVector s2 = s1.sub(a11);
            s1.intoArray(room, roomAt + i);
            s2.intoArray(room, roomAt + size + i);
            a11.sub(a21).intoArray(room, roomAt + 2 * size + i);
            Lanes.load(weights, at + size + i).sub(s2).intoArray(room, roomAt + 3 * size + i);
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
            FloatVector p5 = Lanes.load(sums, from + 3 * PANEL);
            FloatVector u2 = p1.add(Lanes.load(sums, from + 4 * PANEL));
            FloatVector u3 = u2.add(Lanes.load(sums, from + 5 * PANEL)).add(low);
            FloatVector c11 = p1.add(Lanes.load(sums, from + PANEL)).add(up);
            FloatVector c12 = u2.add(p5).add(Lanes.load(sums, from + 6 * PANEL)).add(up);
            FloatVector c21 = u3.sub(Lanes.load(sums, from + 2 * PANEL));
            FloatVector c22 = u3.add(p5);
            Lanes.load(out, to).add(c11).intoArray(out, to);
            Lanes.load(out, to + size).add(c21).intoArray(out, to + size);
            Lanes.load(out, to + 2 * size).add(c12).intoArray(out, to + 2 * size);
            Lanes.load(out, to + 3 * size).add(c22).intoArray(out, to + 3 * size);
        }
    }
}
