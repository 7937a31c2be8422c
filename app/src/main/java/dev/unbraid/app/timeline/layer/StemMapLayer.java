package dev.unbraid.app.timeline.layer;

import dev.unbraid.audio.Coverage;
import dev.unbraid.overview.SpectrogramTile;

import java.util.List;
import java.util.function.Supplier;

/// The mix's spectrogram in which hue is the stem that owns the energy and brightness the level; without hue where a
/// stem is not there yet.
public final class StemMapLayer implements Layer {
    private static final double BRIGHTNESS_POWER = 1.25;
    private static final double OWNERSHIP_POWER = 1.3;

    private final LevelCursor mix;
    private final List<Stem> stems;
    private final Look look;
    private final int[] boost;
    private final int[] brightness = new int[256];
    private final float[] weights = new float[256];

    /// @param coverage of the stem's sound, as it is now
    public record Stem(LevelCursor levels, int argb, Supplier<Coverage> coverage) {}

    /// @param background of silence
    /// @param grey       the loudest that belongs to nobody yet
    /// @param share      of the colours, 0 to 256
    public record Look(LevelColours colours, int background, int grey, int share) {}

    public StemMapLayer(LevelCursor mix, List<Stem> stems, Look look) {
        this.mix = mix;
        this.stems = List.copyOf(stems);
        this.look = look;
        boost = mix.rows().boost(look.colours().boostDb(), SpectrogramTile.STEP_DB);
        double[] heights = look.colours().heights();
        for (int level = 0; level < 256; level++) {
            brightness[level] = (int) Math.round(look.share() * Math.pow(heights[level], BRIGHTNESS_POWER));
            double db = SpectrogramTile.LOWEST_DB + SpectrogramTile.STEP_DB * level;
            weights[level] = (float) Math.pow(10, OWNERSHIP_POWER * db / 10);
        }
    }

    @Override
    public void paint(Columns columns, Raster raster, int from, int to) {
        mix.start(columns.framesPerColumn());
        stems.forEach(stem -> stem.levels.start(columns.framesPerColumn()));
        for (int x = from; x < to; x++) {
            double frame = columns.centreOf(x);
            if (mix.seek(frame)) {
                if (knowsStems(frame)) {
                    paintOwned(raster, x);
                } else {
                    paintGrey(raster, x);
                }
            }
        }
    }

    private boolean knowsStems(double frame) {
        for (int i = 0; i < stems.size(); i++) {
            Stem stem = stems.get(i);
            if (stem.coverage.get().endFrom((long) frame) <= frame || !stem.levels.seek(frame)) {
                return false;
            }
        }
        return !stems.isEmpty();
    }

    private void paintGrey(Raster raster, int x) {
        for (int row = 0; row < boost.length; row++) {
            raster.pixels()[row * raster.width() + x] = Argb.mixed(look.background, look.grey, brightness(row));
        }
    }

    private void paintOwned(Raster raster, int x) {
        int[] pixels = raster.pixels();
        int width = raster.width();
        for (int row = 0; row < boost.length; row++) {
            int bright = brightness(row);
            pixels[row * width + x] = bright == 0 ? look.background : Argb.mixed(look.background, owned(row), bright);
        }
    }

    private int brightness(int row) {
        return brightness[Math.clamp(mix.level(row) + boost[row], 0, 255)];
    }

    private int owned(int row) {
        float all = Float.MIN_NORMAL;
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int i = 0; i < stems.size(); i++) {
            Stem stem = stems.get(i);
            float weight = weights[stem.levels.level(row)];
            all += weight;
            red += weight * (stem.argb >> 16 & 0xff);
            green += weight * (stem.argb >> 8 & 0xff);
            blue += weight * (stem.argb & 0xff);
        }
        float scale = 1 / all;
        return 0xff000000 | rounded(red * scale) << 16 | rounded(green * scale) << 8 | rounded(blue * scale);
    }

    private static int rounded(float level) {
        return (int) (level + 0.5f);
    }
}
