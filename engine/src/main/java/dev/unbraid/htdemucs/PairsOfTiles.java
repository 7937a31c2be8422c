package dev.unbraid.htdemucs;

import java.util.ArrayList;
import java.util.List;

/// Pairs of tiles that are worked on together.
///
/// @param first of them
record PairsOfTiles(int first, int count) {
    /// Weights come from far: so many pairs that they are worth it, and yet their own numbers stay near.
    private static final int MOST = 3;
    /// As many for each member of a team that nobody waits long for the last one.
    private static final int ENOUGH = 7;

    /// How many are worked on together, of all that a team works on.
    static int together(int pairs, int members) {
        return Math.clamp(pairs / (ENOUGH * members), 1, MOST);
    }

    /// All, so many at a time.
    static List<PairsOfTiles> of(int pairs, int together) {
        List<PairsOfTiles> all = new ArrayList<>();
        for (int first = 0; first < pairs; first += together) {
            all.add(new PairsOfTiles(first, Math.min(together, pairs - first)));
        }
        return all;
    }

    int firstTile() {
        return 2 * first;
    }

    int tiles() {
        return 2 * count;
    }
}
