package dev.unbraid.app.timeline.layer;

import dev.unbraid.overview.SpectrogramTile;

/// Levels over time and frequency, as colours. What is not known yet stays as it was.
public final class SpectrogramLayer implements Layer {
    private final LevelCursor levels;
    private final int[] colours;
    private final int[] boost;

    /// @param share of the colours, 0 to 256: less for a lane that is not heard
    public SpectrogramLayer(LevelCursor levels, LevelColours colours, int share) {
        this.levels = levels;
        this.colours = colours.table(share);
        boost = levels.rows().boost(colours.boostDb(), SpectrogramTile.STEP_DB);
    }

    @Override
    public void paint(Columns columns, Raster raster, int from, int to) {
        levels.start(columns.framesPerColumn());
        int[] pixels = raster.pixels();
        for (int x = from; x < to; x++) {
            if (!levels.seek(columns.centreOf(x))) {
                continue;
            }
            int pixel = x;
            for (int row = 0; row < boost.length; row++) {
                pixels[pixel] = colours[Math.clamp(levels.level(row) + boost[row], 0, 255)];
                pixel += raster.width();
            }
        }
    }
}
