package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

import java.util.Arrays;

/// What tokens are attended to, laid out as products read it. Filled tile by tile, by any number of threads.
public final class KeysAndValues {
    /// Tokens that are attended to at a time: what belongs to them lies together, and their scores stay in the nearest cache.
    /// Two tiles, so that the last block is whole or one tile: whoever multiplies knows these two alone.
    static final int BLOCK = 2 * Tile.WIDTH;
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;

    final int tokens;
    final int paddedTokens;
    /// Of one head
    final int width;
    final int[] rowsOfHead;
    final float[] keys;
    final float[] values;
    /// Squares of the lengths of keys, head by head.
    private final float[] squares;

    /// @param width of one head
    public KeysAndValues(int tokens, int heads, int width) {
        this.tokens = tokens;
        this.width = width;
        rowsOfHead = Tile.rows(width);
        paddedTokens = Tile.count(tokens) * Tile.WIDTH;
        squares = Tile.room(heads * paddedTokens);
        keys = new float[heads * paddedTokens * width];
        values = new float[heads * paddedTokens * KERNEL.padded(width)];
    }

    /// @param tile of tokens
    /// @param row  the first of so many, in which the keys of all heads come before the values; a head's keys come one after
    ///             the other, from the first on
    /// @param from where these rows are, each a tile's
    public void put(int tile, int row, int count, float[] from, int fromAt) {
        int first = tile * Tile.WIDTH;
        int keyRows = keys.length / paddedTokens;
        for (int i = row; i < row + count; i++) {
            int at = fromAt + (i - row) * Tile.WIDTH;
            int head = i % keyRows / width;
            if (i < keyRows) {
                putKeys(keysAt(head, first) + i % width * KERNEL.rows(), from, at);
                int squaresAt = Tile.FIRST + head * paddedTokens + first;
                if (i % width == 0) {
                    Arrays.fill(squares, squaresAt, squaresAt + Tile.WIDTH, 0);
                }
                addSquares(squaresAt, from, at);
            } else {
                putValues(head, i % width, first, from, at);
            }
        }
    }

    private void putKeys(int to, float[] from, int fromAt) {
        int rows = KERNEL.rows();
        for (int group = 0; group < Tile.WIDTH; group += rows) {
            System.arraycopy(from, fromAt + group, keys, to + group * width, rows);
        }
    }

    private void putValues(int head, int row, int first, float[] from, int fromAt) {
        int rows = KERNEL.rows();
        int to = valuesAt(head, row / rows, first) + row % rows;
        for (int token = 0; token < Tile.WIDTH; token++) {
            values[to + token * rows] = from[fromAt + token];
        }
    }

    private void addSquares(int at, float[] from, int fromAt) {
        for (int i = 0; i < Tile.WIDTH; i += Lanes.COUNT) {
            FloatVector key = Lanes.load(from, fromAt + i);
            key.fma(key, Lanes.load(squares, at + i)).intoArray(squares, at + i);
        }
    }

    /// The square of the length of the longest key in a head.
    float longestSquared(int head) {
        return Tile.largest(squares, Tile.FIRST + head * paddedTokens, paddedTokens);
    }

    /// Where `[width][rows]` of the kernel's rows of tokens lie.
    int keysAt(int head, int token) {
        return (head * paddedTokens + token) * width;
    }

    /// Where the values of a panel's rows begin, `[tokens][rows]`, as far as the token's block goes; the next panel's follow.
    int valuesAt(int head, int panel, int token) {
        int first = token / BLOCK * BLOCK;
        int inBlock = Math.min(BLOCK, paddedTokens - first);
        return (head * paddedTokens + first) * KERNEL.padded(width) + (panel * inBlock + token - first) * KERNEL.rows();
    }
}
