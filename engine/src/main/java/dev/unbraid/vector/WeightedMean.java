package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

import java.util.Arrays;

/// What one tile of tokens has heard so far in one head: sums of values, weighted by powers of scores over the largest score
/// so far. A loop to a method: the compiler gives up on vectors beyond some size, and would keep them on the heap.
final class WeightedMean {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final int STEP = 3 * Lanes.COUNT;
    private static final int[] ROWS_OF_BLOCK = Tile.rows(KeysAndValues.BLOCK);
    private static final int[] ROWS_OF_TILE = Tile.rows(Tile.WIDTH);

    private final float[] largest = new float[Tile.WIDTH];
    private final float[] corrections = new float[Tile.WIDTH];
    private final float[] sums = new float[Tile.WIDTH];
    private float[] weighted = {};

    /// @param width of the head
    void begin(int width) {
        int numbers = KERNEL.padded(width) * Tile.WIDTH;
        if (weighted.length != numbers) {
            weighted = new float[numbers];
        }
        Arrays.fill(weighted, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    }

    /// Takes some tokens' values in.
    ///
    /// @param first  of the tokens, where a block of them begins
    /// @param scores of each, which become weights
    void add(KeysAndValues seen, int head, int first, int count, float[] scores) {
        weigh(scores, count);
        int[] rows = count == KeysAndValues.BLOCK ? ROWS_OF_BLOCK : ROWS_OF_TILE;
        for (int at = 0; at < weighted.length; at += KERNEL.rows() * Tile.WIDTH) {
            int panel = at / Tile.WIDTH / KERNEL.rows();
            KERNEL.multiplyAdd(seen.values, seen.valuesAt(head, panel, first), scores, 0, rows, weighted, at, weighted, at);
        }
    }

    /// Turns scores into weights, and brings what was summed up before to the same scale.
    private void weigh(float[] scores, int count) {
        int end = count * Tile.WIDTH;
        System.arraycopy(largest, 0, corrections, 0, Tile.WIDTH);
        for (int lane = 0; lane < Tile.WIDTH; lane += STEP) {
            raiseLargest(scores, lane, end);
        }
        for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
            LaneFunctions.exp2(Lanes.load(corrections, lane).sub(Lanes.load(largest, lane))).intoArray(corrections, lane);
            exponentiate(scores, lane, end);
            correct(lane);
        }
    }

    /// Three at a time, for one waits for its last comparison.
    private void raiseLargest(float[] scores, int lane, int end) {
        FloatVector first = Lanes.load(largest, lane);
        FloatVector second = Lanes.load(largest, lane + Lanes.COUNT);
        FloatVector third = Lanes.load(largest, lane + 2 * Lanes.COUNT);
        for (int i = lane; i < end; i += Tile.WIDTH) {
            first = Lanes.larger(first, Lanes.load(scores, i));
            second = Lanes.larger(second, Lanes.load(scores, i + Lanes.COUNT));
            third = Lanes.larger(third, Lanes.load(scores, i + 2 * Lanes.COUNT));
        }
        first.intoArray(largest, lane);
        second.intoArray(largest, lane + Lanes.COUNT);
        third.intoArray(largest, lane + 2 * Lanes.COUNT);
    }

    private void exponentiate(float[] scores, int lane, int end) {
        FloatVector most = Lanes.load(largest, lane);
        FloatVector sum = Lanes.load(sums, lane).mul(Lanes.load(corrections, lane));
        for (int i = lane; i < end; i += Tile.WIDTH) {
            FloatVector weight = LaneFunctions.exp2(Lanes.load(scores, i).sub(most));
            weight.intoArray(scores, i);
            sum = sum.add(weight);
        }
        sum.intoArray(sums, lane);
    }

    private void correct(int lane) {
        FloatVector correction = Lanes.load(corrections, lane);
        for (int i = lane; i < weighted.length; i += Tile.WIDTH) {
            Lanes.load(weighted, i).mul(correction).intoArray(weighted, i);
        }
    }

    void finish(int width, float[] out, int outAt) {
        for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
            FloatVector scale = Lanes.all(1).div(Lanes.load(sums, lane));
            for (int i = lane; i < width * Tile.WIDTH; i += Tile.WIDTH) {
                Lanes.load(weighted, i).mul(scale).intoArray(out, outAt + i);
            }
        }
    }
}
