package dev.unbraid.app.timeline.layer;

import dev.unbraid.overview.SpectrogramTile;
import dev.unbraid.ui.ColourMap;

/// What levels look like: changing any of this needs no new transform.
///
/// @param lowestDb  gets the map's first colour
/// @param highestDb gets its last
/// @param boostDb   added per decade above 1 kHz
public record LevelColours(ColourMap map, double lowestDb, double highestDb, double boostDb) {
    /// How far up the shown range each level of a tile lies.
    ///
    /// @return 0 to 1, by level
    double[] heights() {
        double[] heights = new double[256];
        double range = Math.max(1, highestDb - lowestDb);
        for (int level = 0; level < heights.length; level++) {
            double db = SpectrogramTile.LOWEST_DB + SpectrogramTile.STEP_DB * level;
            heights[level] = Math.clamp((db - lowestDb) / range, 0, 1);
        }
        return heights;
    }

    /// @param share of the colours, 0 to 256; the rest is the map's first
    int[] table(int share) {
        double[] heights = heights();
        int[] table = new int[heights.length];
        for (int level = 0; level < table.length; level++) {
            int index = (int) Math.round(heights[level] * (ColourMap.SIZE - 1));
            table[level] = Argb.mixed(map.argb(0), map.argb(index), share);
        }
        return table;
    }
}
