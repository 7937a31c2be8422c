package dev.unbraid.vector;

/// What tokens are attended to, laid out as products read it. Filled tile by tile, by any number of threads.
public final class KeysAndValues {
    /// Tokens that are attended to at a time: what belongs to them lies together, and their scores stay in the nearest cache.
    static final int BLOCK = 2 * Tile.WIDTH;
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;

    final int tokens;
    final int paddedTokens;
    /// Of one head
    final int width;
    final int[] rowsOfHead;
    final float[] keys;
    final float[] values;

    /// @param width of one head
    public KeysAndValues(int tokens, int heads, int width) {
        this.tokens = tokens;
        this.width = width;
        rowsOfHead = Tile.rows(width);
        paddedTokens = Tile.count(tokens) * Tile.WIDTH;
        keys = new float[heads * paddedTokens * width];
        values = new float[heads * KERNEL.padded(width) * Math.ceilDiv(paddedTokens, BLOCK) * BLOCK];
    }

    /// @param tile of tokens
    /// @param from where a tile of the keys of all heads is, and below them the values
    public void put(int tile, float[] from, int fromAt) {
        int first = tile * Tile.WIDTH;
        int heads = keys.length / paddedTokens / width;
        for (int head = 0; head < heads; head++) {
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

    /// Where `[width][rows]` of the kernel's rows of tokens lie.
    int keysAt(int head, int token) {
        return (head * paddedTokens + token) * width;
    }

    /// Where the values of a panel's rows begin, `[tokens][rows]`, as far as the token's block goes.
    int valuesAt(int head, int panel, int token) {
        int blocks = Math.ceilDiv(paddedTokens, BLOCK);
        int block = (head * blocks + token / BLOCK) * KERNEL.padded(width) * BLOCK;
        return block + (panel * BLOCK + token % BLOCK) * KERNEL.rows();
    }
}
