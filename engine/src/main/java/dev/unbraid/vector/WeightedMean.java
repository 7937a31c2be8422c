package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

import java.util.Arrays;

/// What one tile of tokens has heard so far in one head: sums of values, weighted by powers of scores. Where scores may be
/// too large for that they are taken over the largest so far. A loop to a method: the compiler gives up on vectors beyond some
/// size, and would keep them on the heap.
final class WeightedMean {
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final int STEP = 3 * Lanes.COUNT;
    private static final int[] ROWS_OF_BLOCK = Tile.rows(KeysAndValues.BLOCK);
    private static final int[] ROWS_OF_TILE = Tile.rows(Tile.WIDTH);
    /// Scores of at most this size have powers that are ordinary numbers, as are sums of such powers times values. Next to them
    /// the least power, which a place without a token has, is nothing.
    private static final float LIMIT = 70;
    /// A block whose largest score is so far below what was seen does not change a sum's digits.
    private static final float NEGLIGIBLE = 40;

    /// Whether all scores are within the limit: then nobody has to look for the largest.
    private boolean bounded;
    private final float[] largest = Tile.room(Tile.WIDTH);
    private final float[] blockLargest = Tile.room(Tile.WIDTH);
    private final float[] sums = Tile.room(Tile.WIDTH);
    private float[] weighted = {};
    private int[] starts = {};

    /// @param width          of the head
    /// @param largestSquared the square of what a score's size can be
    void begin(int width, float largestSquared) {
        int numbers = KERNEL.padded(width) * Tile.WIDTH;
        if (weighted.length != Tile.FIRST + numbers) {
            weighted = Tile.room(numbers);
            starts = KERNEL.starts(KERNEL.padded(width) / KERNEL.rows());
        }
        bounded = largestSquared <= LIMIT * LIMIT;
        Arrays.fill(weighted, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(largest, bounded ? 0 : Float.NEGATIVE_INFINITY);
    }

    /// Takes some tokens' values in.
    ///
    /// @param first  of the tokens, where a block of them begins
    /// @param scores of each, which become weights; those of places without a token are not looked at
    void add(KeysAndValues seen, int head, int first, int count, float[] scores) {
        int end = Tile.FIRST + count * Tile.WIDTH;
        if (first + count > seen.tokens) {
            Arrays.fill(scores, Tile.FIRST + (seen.tokens - first) * Tile.WIDTH, end, bounded ? -LaneFunctions.ENOUGH : Float.NEGATIVE_INFINITY);
        }
        if (!bounded && !raiseLargest(scores, end)) {
            return;
        }
        for (int lane = Tile.FIRST; lane < Tile.FIRST + Tile.WIDTH; lane += Lanes.COUNT) {
            if (bounded) {
                exponentiateWithin(scores, lane, end);
            } else {
                exponentiate(scores, lane, end);
            }
        }
        int[] rows = count == KeysAndValues.BLOCK ? ROWS_OF_BLOCK : ROWS_OF_TILE;
        KERNEL.multiplyAdd(seen.values, seen.valuesAt(head, 0, first), scores, Tile.FIRST, rows,
                weighted, Tile.FIRST, 1, weighted, Tile.FIRST, starts);
    }

    /// Looks for larger scores, and brings what was summed up before to their scale.
    ///
    /// @return whether the block counts
    private boolean raiseLargest(float[] scores, int end) {
        for (int lane = Tile.FIRST; lane < Tile.FIRST + Tile.WIDTH; lane += STEP) {
            findLargest(scores, lane, end);
        }
        if (isNegligible()) {
            return false;
        }
        for (int lane = Tile.FIRST; lane < Tile.FIRST + Tile.WIDTH; lane += Lanes.COUNT) {
            rescale(lane);
        }
        return true;
    }

    /// Three at a time, for one waits for its last comparison.
    private void findLargest(float[] scores, int lane, int end) {
        FloatVector first = Lanes.load(scores, lane);
        FloatVector second = Lanes.load(scores, lane + Lanes.COUNT);
        FloatVector third = Lanes.load(scores, lane + 2 * Lanes.COUNT);
        for (int i = lane + Tile.WIDTH; i < end; i += Tile.WIDTH) {
            first = Lanes.larger(first, Lanes.load(scores, i));
            second = Lanes.larger(second, Lanes.load(scores, i + Lanes.COUNT));
            third = Lanes.larger(third, Lanes.load(scores, i + 2 * Lanes.COUNT));
        }
        first.intoArray(blockLargest, lane);
        second.intoArray(blockLargest, lane + Lanes.COUNT);
        third.intoArray(blockLargest, lane + 2 * Lanes.COUNT);
    }

    private boolean isNegligible() {
        for (int i = Tile.FIRST; i < Tile.FIRST + Tile.WIDTH; i++) {
            if (blockLargest[i] > largest[i] - NEGLIGIBLE) {
                return false;
            }
        }
        return true;
    }

    private void rescale(int lane) {
        FloatVector before = Lanes.load(largest, lane);
        FloatVector now = Lanes.larger(before, Lanes.load(blockLargest, lane));
        FloatVector correction = LaneFunctions.exp2(before.sub(now));
        now.intoArray(largest, lane);
        Lanes.load(sums, lane).mul(correction).intoArray(sums, lane);
        for (int i = lane; i < weighted.length; i += Tile.WIDTH) {
            Lanes.load(weighted, i).mul(correction).intoArray(weighted, i);
        }
    }

    private void exponentiate(float[] scores, int lane, int end) {
        FloatVector most = Lanes.load(largest, lane);
        FloatVector sum = Lanes.load(sums, lane);
        for (int i = lane; i < end; i += Tile.WIDTH) {
            FloatVector weight = LaneFunctions.exp2(Lanes.load(scores, i).sub(most));
            weight.intoArray(scores, i);
            sum = sum.add(weight);
        }
        sum.intoArray(sums, lane);
    }

    /// As [#exponentiate] of what is within the limit, over nothing.
    private void exponentiateWithin(float[] scores, int lane, int end) {
        FloatVector sum = Lanes.load(sums, lane);
        for (int i = lane; i < end; i += Tile.WIDTH) {
            FloatVector weight = LaneFunctions.exp2Within(Lanes.load(scores, i));
            weight.intoArray(scores, i);
            sum = sum.add(weight);
        }
        sum.intoArray(sums, lane);
    }

    void finish(int width, float[] out, int outAt) {
        for (int lane = Tile.FIRST; lane < Tile.FIRST + Tile.WIDTH; lane += Lanes.COUNT) {
            FloatVector scale = Lanes.all(1).div(Lanes.load(sums, lane));
            for (int i = lane; i < Tile.FIRST + width * Tile.WIDTH; i += Tile.WIDTH) {
                Lanes.load(weighted, i).mul(scale).intoArray(out, outAt + i - Tile.FIRST);
            }
        }
    }
}
