package dev.unbraid.app.timeline.layer;

import dev.unbraid.separation.Disagreement;
import dev.unbraid.ui.ColourMap;

/// What passes disagree in, over time and frequency, as colours: nothing is the map's first, as much as the stem itself its
/// last.
public final class DisagreementLayer implements Layer {
    /// What gets the map's first colour, and its last; dB against the stem.
    public static final double LOWEST_DB = -60;
    public static final double HIGHEST_DB = 0;
    /// A picture's column that shows more columns than this takes a sample of them.
    private static final int MOST_LOOKS = 16;

    private final Disagreement disagreement;
    private final double hopsPerFrame;
    private final int[] bands;
    private final int[] colours = new int[256];
    private final float[] powers = new float[256];
    private final ColourMap map;
    private final int share;

    /// @param songRate of the frames that the columns count
    /// @param axis     with one band for each of `height` rows
    public DisagreementLayer(Disagreement disagreement, double songRate, FrequencyAxis axis, int height, Look look) {
        this.disagreement = disagreement;
        hopsPerFrame = disagreement.sampleRate() / songRate / Disagreement.HOP;
        map = look.map();
        share = look.share();
        bands = new int[height];
        for (int row = 0; row < height; row++) {
            int band = disagreement.bandOf(axis.hzAt((height - row - 0.5) / height));
            bands[row] = band < Disagreement.BANDS ? band : -1;
        }
        for (int level = 0; level < 256; level++) {
            double db = Disagreement.dbOf(level);
            colours[level] = colour(db);
            powers[level] = (float) Math.pow(10, db / 10);
        }
    }

    /// @param share of the colours, 0 to 256
    public record Look(ColourMap map, int share) {}

    private int colour(double db) {
        double up = Math.clamp((db - LOWEST_DB) / (HIGHEST_DB - LOWEST_DB), 0, 1);
        return Argb.mixed(map.argb(0), map.argb((int) Math.round(up * (ColourMap.SIZE - 1))), share);
    }

    @Override
    public void paint(Columns columns, Raster raster, int from, int to) {
        int[] column = new int[Disagreement.BANDS];
        for (int x = from; x < to; x++) {
            long first = Math.round(columns.startOf(x) * hopsPerFrame);
            long last = Math.max(first, Math.round(columns.startOf(x + 1) * hopsPerFrame) - 1);
            if (last < 0 || first >= disagreement.columns() || columns.centreOf(x) * hopsPerFrame * Disagreement.HOP >= disagreement.frames()) {
                continue;
            }
            gather((int) Math.max(0, first), (int) Math.min(last, disagreement.columns() - 1), column);
            int pixel = x;
            for (int band : bands) {
                if (band >= 0) {
                    raster.pixels()[pixel] = column[band];
                }
                pixel += raster.width();
            }
        }
    }

    /// The mean power of all columns of a stretch: short events stay in sight, and no more than they are.
    private void gather(int first, int last, int[] column) {
        byte[] levels = disagreement.levels();
        if (first == last) {
            for (int band = 0; band < column.length; band++) {
                column[band] = colours[levels[first * Disagreement.BANDS + band] & 0xff];
            }
            return;
        }
        int looks = Math.min(MOST_LOOKS, last - first + 1);
        for (int band = 0; band < column.length; band++) {
            float power = 0;
            for (int look = 0; look < looks; look++) {
                int at = first + (int) ((long) look * (last - first + 1) / looks);
                power += powers[levels[at * Disagreement.BANDS + band] & 0xff];
            }
            column[band] = colour(10 * Math.log10(power / looks));
        }
    }
}
