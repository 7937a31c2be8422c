package dev.unbraid.htdemucs;

import dev.unbraid.vector.Tile;

import java.util.Arrays;
import java.util.stream.IntStream;

/// One branch's tokens on their way through the transformer, tile by tile: `[tiles, channels, 48]`. Products take two tiles at
/// once; where the number of tiles is odd, one of no tokens comes last.
///
/// @param values  what they are
/// @param queries what attention asks with
/// @param heard   what attention answers
@SuppressWarnings("ArrayRecordComponent") // the room that layers work in
record Tokens(int count, int channels, float[] values, float[] queries, float[] heard) {
    static Tokens of(int count, int channels) {
        int numbers = 2 * Math.ceilDiv(Tile.count(count), 2) * channels * Tile.WIDTH;
        return new Tokens(count, channels, Tile.room(numbers), Tile.room(numbers), Tile.room(numbers));
    }

    int tiles() {
        return Tile.count(count);
    }

    int pairs() {
        return Math.ceilDiv(tiles(), 2);
    }

    /// Those that have tokens.
    IntStream tilesOf(PairsOfTiles pairs) {
        return IntStream.range(pairs.firstTile(), Math.min(pairs.firstTile() + pairs.tiles(), tiles()));
    }

    /// Makes zeros of a tile without tokens, for products mix what is in a pair.
    void clearSpare() {
        Arrays.fill(values, at(tiles()), values.length, 0);
    }

    /// Where a tile begins.
    int at(int tile) {
        return Tile.FIRST + tile * channels * Tile.WIDTH;
    }

    /// Tokens in a tile.
    int inTile(int tile) {
        return Math.min(Tile.WIDTH, count - tile * Tile.WIDTH);
    }
}
