package dev.unbraid.app.timeline;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.SpectrogramTile;
import dev.unbraid.overview.TileKey;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Reads numbers off the spectrograms that are there, in the resolution in which they are shown.
final class SpectrumProbe {
    private static final int[] STAND_INS = {0, 1, -1, 2, 3, -2, 4};
    /// Boxes are read in at most this many columns, so that the read-out keeps up with the pointer.
    private static final int MOST_COLUMNS = 96;
    private static final double[] POWERS = new double[256];

    static {
        for (int level = 0; level < POWERS.length; level++) {
            POWERS[level] = level == 0 ? 0
                    : Math.pow(10, (SpectrogramTile.LOWEST_DB + SpectrogramTile.STEP_DB * level) / 10);
        }
    }

    private final Function<TileKey, Optional<SpectrogramTile>> tiles;
    private final SpectrogramSettings settings;
    private final double binsPerHz;
    private final double framesPerPixel;

    SpectrumProbe(Function<TileKey, Optional<SpectrogramTile>> tiles, SpectrogramSettings settings,
            double sampleRate, double framesPerPixel) {
        this.tiles = tiles;
        this.settings = settings;
        this.framesPerPixel = framesPerPixel;
        binsPerHz = (settings.bins() - 1) / (sampleRate / 2);
    }

    /// One column of a tile.
    private record Found(SpectrogramTile tile, int column) {
        int level(int bin) {
            return tile.levels()[column * tile.bins() + bin] & 0xff;
        }
    }

    private Optional<Found> column(AssetId asset, double frame) {
        double octaves = Math.log(framesPerPixel / settings.hopFrames()) / Math.log(2);
        int zoom = (int) Math.max(0, Math.round(octaves));
        for (int standIn : STAND_INS) {
            if (zoom + standIn >= 0 && frame >= 0) {
                long column = Math.round(frame / Math.scalb((double) settings.hopFrames(), zoom + standIn));
                int index = (int) (column / TileKey.COLUMNS);
                int within = (int) (column % TileKey.COLUMNS);
                Optional<Found> found = tiles.apply(new TileKey(asset, settings, zoom + standIn, index))
                        .filter(tile -> within < tile.columns())
                        .map(tile -> new Found(tile, within));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// The highest level between two frequencies.
    OptionalDouble levelDb(AssetId asset, double frame, double lowHz, double highHz) {
        return column(asset, frame).map(found -> {
            int strongest = 0;
            for (int bin = bin(lowHz); bin <= bin(highHz); bin++) {
                strongest = Math.max(strongest, found.level(bin));
            }
            return OptionalDouble.of(SpectrogramTile.LOWEST_DB + SpectrogramTile.STEP_DB * strongest);
        }).orElse(OptionalDouble.empty());
    }

    /// Where between two frequencies the level peaks, finer than a bin by a parabola through the peak.
    OptionalDouble peakHz(AssetId asset, double frame, double lowHz, double highHz) {
        return column(asset, frame).map(found -> {
            int first = Math.max(1, (int) Math.floor(lowHz * binsPerHz));
            int last = Math.min(settings.bins() - 2, (int) Math.ceil(highHz * binsPerHz));
            int best = -1;
            for (int bin = first; bin <= last; bin++) {
                int level = found.level(bin);
                boolean peak = level > 0 && level >= found.level(bin - 1) && level >= found.level(bin + 1);
                if (peak && (best < 0 || level > found.level(best))) {
                    best = bin;
                }
            }
            return best < 0 ? OptionalDouble.empty() : OptionalDouble.of(parabola(found, best) / binsPerHz);
        }).orElse(OptionalDouble.empty());
    }

    private static double parabola(Found found, int bin) {
        double before = found.level(bin - 1);
        double at = found.level(bin);
        double after = found.level(bin + 1);
        double bend = before - 2 * at + after;
        return bend == 0 ? bin : bin + 0.5 * (before - after) / bend;
    }

    /// Power between two frequencies, summed over bins and averaged over time; 0 where nothing is known.
    double power(AssetId asset, FrameRange range, double lowHz, double highHz) {
        int columns = Math.clamp(Math.round(range.length() / framesPerPixel), 1, MOST_COLUMNS);
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            double frame = range.start() + (i + 0.5) * range.length() / columns;
            Optional<Found> found = column(asset, frame);
            if (found.isPresent()) {
                for (int bin = bin(lowHz); bin <= bin(highHz); bin++) {
                    sum += POWERS[found.get().level(bin)];
                }
            }
        }
        return sum / columns;
    }

    private int bin(double hz) {
        return (int) Math.clamp(Math.round(hz * binsPerHz), 0, settings.bins() - 1L);
    }
}
