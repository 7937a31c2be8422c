package dev.unbraid.vector;

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
    /// Of each tile's keys, head by head.
    private final float[] longestSquared;

    /// @param width of one head
    public KeysAndValues(int tokens, int heads, int width) {
        this.tokens = tokens;
        this.width = width;
        rowsOfHead = Tile.rows(width);
        paddedTokens = Tile.count(tokens) * Tile.WIDTH;
        longestSquared = new float[heads * Tile.count(tokens)];
        keys = new float[heads * paddedTokens * width];
        values = new float[heads * paddedTokens * KERNEL.padded(width)];
    }

    /// @param tile of tokens
    /// @param from where a tile of the keys of all heads is, and below them the values
    public void put(int tile, float[] from, int fromAt) {
        int first = tile * Tile.WIDTH;
        int heads = keys.length / paddedTokens / width;
        for (int head = 0; head < heads; head++) {
            longestSquared[head * tiles() + tile] = Tile.longestSquared(from, fromAt + head * width * Tile.WIDTH, width);
            for (int i = 0; i < width; i++) {
                int row = head * width + i;
                putKeys(keysAt(head, first) + i * KERNEL.rows(), from, fromAt + row * Tile.WIDTH);
                putValues(head, i, first, from, fromAt + (heads * width + row) * Tile.WIDTH);
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

    private int tiles() {
        return paddedTokens / Tile.WIDTH;
    }

    /// The square of the length of the longest key in a head.
    float longestSquared(int head) {
        float longest = 0;
        for (int i = head * tiles(); i < (head + 1) * tiles(); i++) {
            longest = Math.max(longest, longestSquared[i]);
        }
        return longest;
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
