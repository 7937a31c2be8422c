package dev.unbraid.app.timeline.layer;

import dev.unbraid.audio.Coverage;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Hatches what is to come of a sound, with a dashed edge where it begins or ends.
public final class HatchLayer implements Layer {
    private static final int PERIOD = 26;
    private static final int DASH = 3;

    private final Supplier<Coverage> coverage;
    private final LongSupplier frames;
    private final Look look;

    /// @param stripe every other stripe; the rest is `ground`
    public record Look(int ground, int stripe, int edge) {}

    /// @param frames how long the sound will be
    public HatchLayer(Supplier<Coverage> coverage, LongSupplier frames, Look look) {
        this.coverage = coverage;
        this.frames = frames;
        this.look = look;
    }

    @Override
    public void paint(Columns columns, Raster raster, int from, int to) {
        Coverage now = coverage.get();
        for (int x = from; x < to; x++) {
            long frame = (long) Math.floor(columns.centreOf(x));
            if (frame < 0 || frame >= frames.getAsLong() || covers(now, frame)) {
                continue;
            }
            long before = (long) Math.floor(columns.centreOf(x - 1));
            boolean edge = before >= 0 && covers(now, before);
            for (int y = 0; y < raster.height(); y++) {
                raster.pixels()[y * raster.width() + x] =
                        edge && y / DASH % 2 == 0 ? look.edge : hatch(columns.origin() + x + y);
            }
        }
    }

    private static boolean covers(Coverage coverage, long frame) {
        return coverage.endFrom(frame) > frame;
    }

    /// Stripes with a soft flank of one pixel on either side.
    private int hatch(long diagonal) {
        int place = (int) Math.floorMod(diagonal, (long) PERIOD);
        if (place == 0 || place == PERIOD / 2) {
            return Argb.mixed(look.ground, look.stripe, 128);
        }
        return place < PERIOD / 2 ? look.stripe : look.ground;
    }
}
