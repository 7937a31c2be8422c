package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// Weights of a convolution with three taps, for four neighbours at once, rows or places along one: six products in place of
/// twelve. Winograd's F(4, 3) as in Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2016. Any number of threads
/// may multiply with it.
public final class WinogradMatrix {
    /// Of its kernel.
    public static final int TAPS = 3;
    /// Neighbours that are made together.
    public static final int ANSWERS = 4;
    /// Neighbours that they see.
    public static final int SEEN = 6;
    private static final double[][] OF_WEIGHTS = {{1 / 4.0, 0, 0}, {-1 / 6.0, -1 / 6.0, -1 / 6.0}, {-1 / 6.0, 1 / 6.0, -1 / 6.0},
        {1 / 24.0, 1 / 12.0, 1 / 6.0}, {1 / 24.0, -1 / 12.0, 1 / 6.0}, {0, 0, 1}};

    private final float[] bias;
    private final Panels products;

    /// @param weights `[answers, channels, 3, along]`
    /// @param along   taps in the other direction
    public WinogradMatrix(float[] weights, float[] bias, int along) {
        this.bias = bias.clone();
        products = new Panels(SEEN, bias.length, weights.length / TAPS / bias.length,
                (product, row, to) -> transform(weights, along, row, OF_WEIGHTS[product], to));
    }

    private static void transform(float[] weights, int along, int row, double[] factors, float[] to) {
        int first = row * to.length * TAPS;
        for (int i = 0; i < to.length; i++) {
            int from = first + i / along * TAPS * along + i % along;
            to[i] = (float) (factors[0] * weights[from] + factors[1] * weights[from + along]
                    + factors[2] * weights[from + 2 * along]);
        }
    }

    /// Numbers that [#times] writes for each of the four.
    public int resultNumbers() {
        return products.padded() * Tile.WIDTH;
    }

    /// Transforms what four answers see, some columns of one channel.
    ///
    /// @param stride  from one of the six that they see to the next
    /// @param numbers a multiple of the lanes
    /// @param out     for six times as many, `outStride` from one to the next
    public static void transform(
            float[] x, int at, int stride, float[] out, int outAt, int outStride, int numbers) {
        for (int i = 0; i < numbers; i += Lanes.COUNT) {
            FloatVector first = Lanes.load(x, at + i);
            FloatVector second = Lanes.load(x, at + stride + i);
            FloatVector third = Lanes.load(x, at + 2 * stride + i);
            FloatVector fourth = Lanes.load(x, at + 3 * stride + i);
            FloatVector fifth = Lanes.load(x, at + 4 * stride + i);
            FloatVector sixth = Lanes.load(x, at + 5 * stride + i);
            FloatVector even = fifth.sub(third.mul(4));
            FloatVector odd = fourth.sub(second.mul(4));
            FloatVector evenNear = fifth.sub(third);
            FloatVector oddNear = fourth.sub(second).mul(2);
            int to = outAt + i;
            first.mul(4).sub(third.mul(5)).add(fifth).intoArray(out, to);
            even.add(odd).intoArray(out, to + outStride);
            even.sub(odd).intoArray(out, to + 2 * outStride);
            evenNear.add(oddNear).intoArray(out, to + 3 * outStride);
            evenNear.sub(oddNear).intoArray(out, to + 4 * outStride);
            second.mul(4).sub(fourth.mul(5)).add(sixth).intoArray(out, to + 5 * outStride);
        }
    }

    /// Four tiles of answers, one after the other, from six transformed ones.
    ///
    /// @param columns       as [#transform] makes them
    /// @param columnsStride from one of the six to the next
    /// @param rows          of the columns, from `columnsAt` on
    /// @param sums          for [#sumNumbers], from [Tile#FIRST] on
    /// @param out           for four times [#resultNumbers], from [Tile#FIRST] on
    public void times(float[] columns, int columnsAt, int columnsStride, ColumnRows rows, float[] sums, float[] out) {
        int block = products.blockRows() * Tile.WIDTH;
        for (int row = 0; row < bias.length; row += products.blockRows()) {
            for (int product = 0; product < SEEN; product++) {
                products.times(row, product, columns, columnsAt + product * columnsStride, rows, Panels.NOTHING, Tile.FIRST,
                        sums, Tile.FIRST + product * block);
            }
            for (int i = 0; i < products.blockRows(); i++) {
                float plus = row + i < bias.length ? bias[row + i] : 0;
                combine(sums, Tile.FIRST + i * Tile.WIDTH, block, plus, out, Tile.FIRST + (row + i) * Tile.WIDTH, resultNumbers());
            }
        }
    }

    /// Numbers that [#times] needs for itself.
    public int sumNumbers() {
        return SEEN * products.blockRows() * Tile.WIDTH;
    }

    private static void combine(float[] sums, int at, int stride, float bias, float[] out, int outAt, int outStride) {
        FloatVector plus = Lanes.all(bias);
        for (int i = 0; i < Tile.WIDTH; i += Lanes.COUNT) {
            FloatVector second = Lanes.load(sums, at + stride + i);
            FloatVector third = Lanes.load(sums, at + 2 * stride + i);
            FloatVector fourth = Lanes.load(sums, at + 3 * stride + i);
            FloatVector fifth = Lanes.load(sums, at + 4 * stride + i);
            FloatVector near = second.add(third).add(plus);
            FloatVector nearOdd = second.sub(third).add(plus);
            FloatVector far = fourth.add(fifth);
            FloatVector farOdd = fourth.sub(fifth);
            int to = outAt + i;
            Lanes.load(sums, at + i).add(near).add(far).intoArray(out, to);
            farOdd.mul(2).add(nearOdd).intoArray(out, to + outStride);
            far.mul(4).add(near).intoArray(out, to + 2 * outStride);
            farOdd.mul(8).add(nearOdd).add(Lanes.load(sums, at + 5 * stride + i)).intoArray(out, to + 3 * outStride);
        }
    }
}
