package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// The sums around the seven products that make a product of two matrices of quarters: Strassen's algorithm (1969) in Winograd's
/// form, with fewer sums.
final class Strassen {
    static final int PRODUCTS = 7;

    private Strassen() {}

    /// What each product takes of the columns' quarters.
    ///
    /// @param size from what one product takes to what the next does
    static void putColumns(
            FloatVector b11, FloatVector b21, FloatVector b12, FloatVector b22, float[] out, int at, int size) {
        FloatVector t1 = b12.sub(b11);
        FloatVector t2 = b22.sub(t1);
        b11.intoArray(out, at);
        b21.intoArray(out, at + size);
        t2.sub(b21).intoArray(out, at + 2 * size);
        t1.intoArray(out, at + 3 * size);
        t2.intoArray(out, at + 4 * size);
        b22.sub(b12).intoArray(out, at + 5 * size);
        b22.intoArray(out, at + 6 * size);
    }

    /// What three of the products take of the weights' quarters, each of two; the other four take them as they are. In place of
    /// the quarter `a21`, which none takes, there is `s2`, the sum `a21 + a22 - a11`: one sum less than in Winograd's form (after
    /// Karstadt and Schwartz 2017, who change the basis so).
    ///
    /// @param size of a quarter; they lie in the order a11, a12, s2, a22
    static void putWeights(float[] quarters, int at, int size, float[] out, int outAt) {
        FloatVector s2 = Lanes.load(quarters, at + 2 * size);
        Lanes.load(quarters, at).add(s2).intoArray(out, outAt);
        Lanes.load(quarters, at + 3 * size).sub(s2).intoArray(out, outAt + size);
        Lanes.load(quarters, at + size).sub(s2).intoArray(out, outAt + 2 * size);
    }

    /// A quarter of the answers, as are those below.
    ///
    /// @param size from one product to the next
    static FloatVector c11(float[] products, int at, int size) {
        return Lanes.load(products, at).add(Lanes.load(products, at + size));
    }

    static FloatVector c12(float[] products, int at, int size) {
        return upper(products, at, size).add(Lanes.load(products, at + 3 * size)).add(Lanes.load(products, at + 6 * size));
    }

    static FloatVector c21(float[] products, int at, int size) {
        return lower(products, at, size).sub(Lanes.load(products, at + 2 * size));
    }

    static FloatVector c22(float[] products, int at, int size) {
        return lower(products, at, size).add(Lanes.load(products, at + 3 * size));
    }

    private static FloatVector upper(float[] products, int at, int size) {
        return Lanes.load(products, at).add(Lanes.load(products, at + 4 * size));
    }

    private static FloatVector lower(float[] products, int at, int size) {
        return upper(products, at, size).add(Lanes.load(products, at + 5 * size));
    }
}
