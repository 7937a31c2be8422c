package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// Functions of single numbers, of whole tiles.
public final class Activations {
    private Activations() {}

    /// Gaussian error linear unit, in place. The error function after Abramowitz and Stegun 7.1.26, within 1.5e-7.
    public static void gelu(float[] x, int at, int length) {
        for (int i = at; i < at + length; i += Lanes.COUNT) {
            LaneFunctions.gelu(Lanes.load(x, i)).intoArray(x, i);
        }
    }

    /// Rows of [Tile#WIDTH] numbers that lie apart.
    ///
    /// @param at     of the first
    /// @param stride from one to the next
    @SuppressWarnings("ArrayRecordComponent") // where answers are written
    public record Rows(float[] values, int at, int stride) {}

    /// Gated linear unit: the first half of a tile's `2 * count` rows times the sigmoid of the second, in place of what is there.
    public static void glu(float[] tile, int at, int count, Rows to) {
        for (int row = 0; row < count; row++) {
            for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
                int from = at + row * Tile.WIDTH + lane;
                FloatVector gate = Lanes.load(tile, from + count * Tile.WIDTH);
                Lanes.load(tile, from).mul(LaneFunctions.sigmoid(gate)).intoArray(to.values, to.at + row * to.stride + lane);
            }
        }
    }

    /// As [#glu] of each row times a number of its own plus another, added to what is there.
    public static void addGlu(float[] tile, int at, float[] scale, float[] offset, Rows to) {
        int count = scale.length / 2;
        for (int row = 0; row < count; row++) {
            FloatVector times = Lanes.all(scale[row]);
            FloatVector plus = Lanes.all(offset[row]);
            FloatVector gateTimes = Lanes.all(scale[count + row]);
            FloatVector gatePlus = Lanes.all(offset[count + row]);
            for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
                int from = at + row * Tile.WIDTH + lane;
                int out = to.at + row * to.stride + lane;
                FloatVector gate = Lanes.load(tile, from + count * Tile.WIDTH).fma(gateTimes, gatePlus);
                FloatVector x = Lanes.load(tile, from).fma(times, plus).mul(LaneFunctions.sigmoid(gate));
                Lanes.load(to.values, out).add(x).intoArray(to.values, out);
            }
        }
    }
}
