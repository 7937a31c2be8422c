package dev.unbraid.vector;

import java.util.Arrays;

/// Attention of some tiles of tokens in one head. Scores are made for some of the tokens that they attend to at a time and
/// never exist together: where they may be large each block's are weighed against the largest so far (Milakov and Gimelshein
/// 2018; Dao et al. 2022). Used by one thread at a time.
public final class Attention {
    /// As many as find a block of keys and values still near.
    public static final int MOST_TILES = 4;
    private static final MicroKernel KERNEL = Kernels.OF_THIS_PROCESSOR;
    private static final int BLOCK = KeysAndValues.BLOCK;
    private static final int[] STARTS = KERNEL.starts(BLOCK / KERNEL.rows());
    private static final int[] STARTS_OF_TILE = KERNEL.starts(Tile.WIDTH / KERNEL.rows());
    private static final float[] NOTHING = Tile.room(KERNEL.rows() * Tile.WIDTH);

    private final float[] scores = Tile.room(BLOCK * Tile.WIDTH);
    private final WeightedMean[] means = new WeightedMean[MOST_TILES];

    public Attention() {
        Arrays.setAll(means, i -> new WeightedMean());
    }

    /// Where the head's rows of the tiles are, of queries and of answers alike.
    ///
    /// @param at     of the first tile
    /// @param stride from one tile to the next
    /// @param count  at most [#MOST_TILES]
    public record Tiles(int at, int stride, int count) {
        int at(int tile) {
            return at + tile * stride;
        }
    }

    /// @param queries times the binary logarithm of e and over the root of the width
    public void attend(KeysAndValues seen, int head, Tiles tiles, float[] queries, float[] out) {
        float longestKey = seen.longestSquared(head);
        for (int tile = 0; tile < tiles.count; tile++) {
            // No score is larger than the product of both lengths (Cauchy and Schwarz).
            means[tile].begin(seen.width, longestKey * Tile.longestSquared(queries, tiles.at(tile), seen.width));
        }
        for (int first = 0; first < seen.paddedTokens; first += BLOCK) {
            int count = Math.min(BLOCK, seen.paddedTokens - first);
            for (int tile = 0; tile < tiles.count; tile++) {
                score(seen, head, first, count, queries, tiles.at(tile));
                means[tile].add(seen, head, first, count, scores);
            }
        }
        for (int tile = 0; tile < tiles.count; tile++) {
            means[tile].finish(seen.width, out, tiles.at(tile));
        }
    }

    private void score(KeysAndValues seen, int head, int first, int count, float[] queries, int queriesAt) {
        KERNEL.multiplyAdd(seen.keys, seen.keysAt(head, first), queries, queriesAt, seen.rowsOfHead,
                NOTHING, Tile.FIRST, 0, scores, Tile.FIRST, count == BLOCK ? STARTS : STARTS_OF_TILE);
    }
}
