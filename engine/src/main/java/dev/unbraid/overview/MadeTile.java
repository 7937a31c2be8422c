package dev.unbraid.overview;

import java.util.Arrays;
import java.util.BitSet;

/// A tile and which of its columns are made.
///
/// @param made     not to be changed
/// @param settled  those of `made` whose frames were there to stay, the others are made again; not to be changed
/// @param caughtUp whether all columns that could be made then are
/// @param madeAt   of `System.nanoTime`
record MadeTile(SpectrogramTile tile, BitSet made, BitSet settled, boolean caughtUp, long madeAt) {
    static MadeTile none(TileKey key) {
        SpectrogramTile empty = new SpectrogramTile(key, 0, key.settings().bins(), new byte[0]);
        return new MadeTile(empty, new BitSet(), new BitSet(), false, 0);
    }

    boolean isWhole() {
        return settled.nextClearBit(0) >= TileKey.COLUMNS;
    }

    /// Those of `ready` that are not made, and those of `staying` that were made before they were to stay.
    BitSet missingOf(BitSet ready, BitSet staying) {
        BitSet missing = (BitSet) ready.clone();
        missing.andNot(made);
        BitSet drafts = (BitSet) staying.clone();
        drafts.andNot(settled);
        missing.or(drafts);
        return missing;
    }

    /// `settled`, and those of `staying` that are made now.
    BitSet settledWith(BitSet nowMade, BitSet staying) {
        BitSet more = (BitSet) nowMade.clone();
        more.and(staying);
        more.or(settled);
        return more;
    }

    /// A copy of the levels with room for `columns`.
    byte[] levelsFor(int columns) {
        return Arrays.copyOf(tile.levels(), Math.max(tile.columns(), columns) * tile.bins());
    }

    long bytes() {
        return tile.levels().length;
    }
}
