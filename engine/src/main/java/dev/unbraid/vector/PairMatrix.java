package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

import java.util.Arrays;

/// A matrix of weights with a bias that multiplies with two tiles at once, in seven products of quarters where there would be
/// eight ([Strassen]). It costs a little of the exactness, for each answer is put together of others of its size. Any number of
/// threads may multiply with it. Some pairs together take less time than one after the other: weights come from far.
public final class PairMatrix {
    private static final int QUARTERS = 4;

    private final int half;
    private final float[] bias;
    private final PairWeights weights;
    /// Of a block of answers. In a thread's room products come first, then what two of them begin with, and sums of weights.
    private final int size;
    private final int biasesAt;
    private final int sumsAt;

    /// What becomes of the products of a pair and a block of rows.
    @FunctionalInterface
    private interface End {
        void take(int pair, int row);
    }

    /// Whoever takes answers some rows at a time, while they are near.
    @FunctionalInterface
    public interface Taker {
        /// @param tile counted from the first of the pairs
        /// @param row  the first of so many
        void take(int tile, int row, int count, float[] from, int at);
    }

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
        this.weights = new PairWeights(weights, rows, width);
        size = this.weights.blockRows() * Tile.WIDTH;
        biasesAt = Tile.FIRST + Strassen.PRODUCTS * size;
        sumsAt = biasesAt + 2 * size;
    }

    /// Whether a matrix has quarters that products can be made of: whole panels, and whole registers of each.
    public static boolean suits(int rows, int width) {
        return PairWeights.suits(rows, width);
    }

    public int rows() {
        return bias.length;
    }

    /// Numbers that products need for themselves, from [Tile#FIRST] on.
    public int roomNumbers() {
        return sumsAt + 3 * weights.size() - Tile.FIRST;
    }

    /// The answers and the bias.
    ///
    /// @param columns as [PairColumns] puts them
    /// @param room    for [#roomNumbers]
    /// @param out     as many tiles of answers, one after the other
    public void times(int pairs, float[] columns, float[] room, float[] out, int outAt) {
        times(pairs, columns, room, (pair, row) -> put(size, room, out, outAt + at(pair, row), quarter()));
    }

    /// As [#times], added to what is there.
    public void addTimes(int pairs, float[] columns, float[] room, float[] out, int outAt) {
        times(pairs, columns, room, (pair, row) -> add(size, room, out, outAt + at(pair, row), quarter()));
    }

    /// As [#times] with a Gaussian error linear unit after it.
    ///
    /// @param out what another matrix takes
    public void timesGelu(int pairs, float[] columns, float[] room, float[] out) {
        times(pairs, columns, room, (pair, row) -> {
            // In steps, for the compiler would give up on a loop of all.
            put(size, room, room, Tile.FIRST, size);
            Activations.gelu(room, Tile.FIRST, QUARTERS * size);
            int outAt = Tile.FIRST + pair * PairColumns.ofPair(bias.length) + row * Tile.WIDTH;
            PairColumns.put(size, room, Tile.FIRST, size, out, outAt, quarter());
        });
    }

    /// As [#times] for somebody who takes them row by row.
    public void timesTo(int pairs, float[] columns, float[] room, Taker taker) {
        times(pairs, columns, room, (pair, row) -> {
            put(size, room, room, Tile.FIRST, size);
            for (int i = 0; i < QUARTERS; i++) {
                taker.take(2 * pair + i / 2, i % 2 * bias.length / 2 + row, weights.blockRows(), room, Tile.FIRST + i * size);
            }
        });
    }

    private int at(int pair, int row) {
        return (pair * 2 * bias.length + row) * Tile.WIDTH;
    }

    /// Of a pair of answers
    private int quarter() {
        return bias.length / 2 * Tile.WIDTH;
    }

    private void times(int pairs, float[] columns, float[] room, End end) {
        for (int row = 0; row < weights.rows(); row += weights.blockRows()) {
            putBiases(row, room);
            weights.putSums(row, room, sumsAt);
            for (int pair = 0; pair < pairs; pair++) {
                multiply(row, columns, Tile.FIRST + pair * PairColumns.ofPair(2 * half), room);
                end.take(pair, row);
            }
        }
    }

    /// All answers have the first product, those of the lower half the sixth.
    private void putBiases(int row, float[] room) {
        for (int i = 0; i < weights.blockRows(); i++) {
            float upper = bias[row + i];
            int at = biasesAt + i * Tile.WIDTH;
            Arrays.fill(room, at, at + Tile.WIDTH, upper);
            Arrays.fill(room, at + size, at + size + Tile.WIDTH, bias[weights.rows() + row + i] - upper);
        }
    }

    private void multiply(int row, float[] columns, int columnsAt, float[] room) {
        float[] quarters = weights.numbers();
        float[] nothing = Panels.NOTHING;
        multiply(0, quarters, weights.at(row, 0), columns, columnsAt, room, biasesAt, room);
        multiply(1, quarters, weights.at(row, 1), columns, columnsAt, nothing, Tile.FIRST, room);
        multiply(2, quarters, weights.at(row, 3), columns, columnsAt, nothing, Tile.FIRST, room);
        multiply(3, room, sumsAt, columns, columnsAt, nothing, Tile.FIRST, room);
        multiply(4, quarters, weights.at(row, 2), columns, columnsAt, nothing, Tile.FIRST, room);
        multiply(5, room, sumsAt + weights.size(), columns, columnsAt, room, biasesAt + size, room);
        multiply(6, room, sumsAt + 2 * weights.size(), columns, columnsAt, nothing, Tile.FIRST, room);
    }

    private void multiply(
            int product, float[] block, int blockAt, float[] columns, int columnsAt, float[] plus, int plusAt, float[] room) {
        weights.times(block, blockAt, columns, columnsAt + product * half * Tile.WIDTH, plus, plusAt, room, Tile.FIRST + product * size);
    }

    private static void put(int size, float[] products, float[] out, int outAt, int half) {
        for (int i = 0; i < size; i += Lanes.COUNT) {
            int at = Tile.FIRST + i;
            FloatVector c11 = Strassen.c11(products, at, size);
            FloatVector c12 = Strassen.c12(products, at, size);
            FloatVector c21 = Strassen.c21(products, at, size);
            FloatVector c22 = Strassen.c22(products, at, size);
            int to = outAt + i;
            c11.intoArray(out, to);
            c21.intoArray(out, to + half);
            c12.intoArray(out, to + 2 * half);
            c22.intoArray(out, to + 3 * half);
        }
    }

    private static void add(int size, float[] products, float[] out, int outAt, int half) {
        for (int i = 0; i < size; i += Lanes.COUNT) {
            int at = Tile.FIRST + i;
            int to = outAt + i;
            FloatVector c11 = Strassen.c11(products, at, size).add(Lanes.load(out, to));
            FloatVector c12 = Strassen.c12(products, at, size).add(Lanes.load(out, to + 2 * half));
            FloatVector c21 = Strassen.c21(products, at, size).add(Lanes.load(out, to + half));
            FloatVector c22 = Strassen.c22(products, at, size).add(Lanes.load(out, to + 3 * half));
            c11.intoArray(out, to);
            c21.intoArray(out, to + half);
            c12.intoArray(out, to + 2 * half);
            c22.intoArray(out, to + 3 * half);
        }
    }
}
