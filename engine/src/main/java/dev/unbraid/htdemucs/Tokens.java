package dev.unbraid.htdemucs;

import dev.unbraid.vector.Tile;

/// One branch's tokens on their way through the transformer, tile by tile: `[tiles, channels, 48]`.
///
/// @param values  what they are
/// @param queries what attention asks with
/// @param heard   what attention answers
@SuppressWarnings("ArrayRecordComponent") // the room that layers work in
record Tokens(int count, int channels, float[] values, float[] queries, float[] heard) {
    static Tokens of(int count, int channels) {
        int numbers = Tile.count(count) * channels * Tile.WIDTH;
        return new Tokens(count, channels, new float[numbers], new float[numbers], new float[numbers]);
    }

    int tiles() {
        return Tile.count(count);
    }

    /// Where a tile begins.
    int at(int tile) {
        return tile * channels * Tile.WIDTH;
    }

    /// Tokens in a tile.
    int inTile(int tile) {
        return Math.min(Tile.WIDTH, count - tile * Tile.WIDTH);
    }
}
