package dev.unbraid.overview;

import java.util.Arrays;
import java.util.BitSet;

/// A tile and which of its columns are made.
///
/// @param made     not to be changed
/// @param caughtUp whether all columns that could be made then are
/// @param madeAt   of `System.nanoTime`
record MadeTile(SpectrogramTile tile, BitSet made, boolean caughtUp, long madeAt) {
    static MadeTile none(TileKey key) {
        return new MadeTile(new SpectrogramTile(key, 0, key.settings().bins(), new byte[0]), new BitSet(), false, 0);
    }

    boolean isWhole() {
        return made.nextClearBit(0) >= TileKey.COLUMNS;
    }

    /// Those of `columns` that are not made.
    BitSet missingOf(BitSet columns) {
        BitSet missing = (BitSet) columns.clone();
        missing.andNot(made);
        return missing;
    }

    /// A copy of the levels with room for `columns`.
    byte[] levelsFor(int columns) {
        return Arrays.copyOf(tile.levels(), Math.max(tile.columns(), columns) * tile.bins());
    }

    long bytes() {
        return tile.levels().length;
    }
}
