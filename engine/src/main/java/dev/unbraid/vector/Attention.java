package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

import java.util.Arrays;

/// Attention of one tile of tokens in one head. Scores are made for some tokens at a time and never exist together: each
/// block's are weighed against the largest so far (Milakov and Gimelshein 2018; Dao et al. 2022). Used by one thread at a time.
public final class Attention {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final int STEP = 3 * Lanes.COUNT;
    private static final int BLOCK = KeysAndValues.BLOCK;
    private static final float[] NOTHING = new float[KERNEL.rows() * Tile.WIDTH];
    private static final int[] ROWS_OF_BLOCK = Tile.rows(BLOCK);
    private static final int[] ROWS_OF_TILE = Tile.rows(Tile.WIDTH);

    private final float[] scores = new float[BLOCK * Tile.WIDTH];
    private final float[] largest = new float[Tile.WIDTH];
    private final float[] corrections = new float[Tile.WIDTH];
    private final float[] sums = new float[Tile.WIDTH];
    private float[] weighted = {};

    /// @param queries a tile of the head's rows, times the binary logarithm of e and over the root of the width
    /// @param out     for a tile of as many rows
    public void attend(KeysAndValues seen, int head, float[] queries, int queriesAt, float[] out, int outAt) {
        int rows = KERNEL.padded(seen.width);
        if (weighted.length != rows * Tile.WIDTH) {
            weighted = new float[rows * Tile.WIDTH];
        }
        Arrays.fill(weighted, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        for (int first = 0; first < seen.paddedTokens; first += BLOCK) {
            int count = Math.min(BLOCK, seen.paddedTokens - first);
            score(seen, head, first, count, queries, queriesAt);
            if (first + count > seen.tokens) {
                Arrays.fill(scores, (seen.tokens - first) * Tile.WIDTH, count * Tile.WIDTH, Float.NEGATIVE_INFINITY);
            }
            weigh(count);
            for (int row = 0; row < rows; row += KERNEL.rows()) {
                KERNEL.multiplyAdd(seen.values, seen.valuesAt(head, row / KERNEL.rows(), first), scores, 0,
                        count == BLOCK ? ROWS_OF_BLOCK : ROWS_OF_TILE,
                        weighted, row * Tile.WIDTH, weighted, row * Tile.WIDTH);
            }
        }
        finish(seen.width, out, outAt);
    }

    void score(KeysAndValues seen, int head, int first, int count, float[] queries, int queriesAt) {
        for (int token = 0; token < count; token += KERNEL.rows()) {
            KERNEL.multiplyAdd(seen.keys, seen.keysAt(head, first + token), queries, queriesAt, seen.rowsOfHead,
                    NOTHING, 0, scores, token * Tile.WIDTH);
        }
    }

    /// Turns scores into weights, and brings what was summed up before to the same scale.
    ///
    /// A loop to a method: the compiler gives up on vectors beyond some size, and would keep them on the heap.
    void weigh(int count) {
        int end = count * Tile.WIDTH;
        System.arraycopy(largest, 0, corrections, 0, Tile.WIDTH);
        for (int lane = 0; lane < Tile.WIDTH; lane += STEP) {
            raiseLargest(lane, end);
        }
        for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
            LaneFunctions.exp2(Lanes.load(corrections, lane).sub(Lanes.load(largest, lane))).intoArray(corrections, lane);
            exponentiate(lane, end);
            correct(lane);
        }
    }

    /// Three at a time, for one waits for its last comparison.
    private void raiseLargest(int lane, int end) {
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

    private void exponentiate(int lane, int end) {
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

    private void finish(int width, float[] out, int outAt) {
        for (int lane = 0; lane < Tile.WIDTH; lane += Lanes.COUNT) {
            FloatVector scale = Lanes.all(1).div(Lanes.load(sums, lane));
            for (int i = lane; i < width * Tile.WIDTH; i += Tile.WIDTH) {
                Lanes.load(weighted, i).mul(scale).intoArray(out, outAt + i);
            }
        }
    }
}
