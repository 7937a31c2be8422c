package dev.unbraid.app.timeline.layer;

import dev.unbraid.audio.Coverage;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Hatches what is to come of a sound, with a dashed edge where it begins or ends.
public final class HatchLayer implements Layer {
    private static final int PERIOD = 26;
    private static final int DASH = 3;

    private final Supplier<Coverage> coverage;
    private final LongSupplier frames;
    private final Look look;
    /// Down a column, and along a row.
    private final int[] period;

    /// @param stripe every other stripe; the rest is `ground`
    public record Look(int ground, int stripe, int edge) {}

    /// @param frames how long the sound will be
    public HatchLayer(Supplier<Coverage> coverage, LongSupplier frames, Look look) {
        this.coverage = coverage;
        this.frames = frames;
        this.look = look;
        period = IntStream.range(0, PERIOD).map(it -> hatch(look, it)).toArray();
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
            paint(raster, x, (int) Math.floorMod(columns.origin() + x, (long) PERIOD), edge);
        }
    }

    private void paint(Raster raster, int x, int uppermost, boolean edge) {
        int[] pixels = raster.pixels();
        int place = uppermost;
        int at = x;
        for (int y = 0; y < raster.height(); y++) {
            pixels[at] = edge && y / DASH % 2 == 0 ? look.edge : period[place];
            place = place + 1 == PERIOD ? 0 : place + 1;
            at += raster.width();
        }
    }

    private static boolean covers(Coverage coverage, long frame) {
        return coverage.endFrom(frame) > frame;
    }

    /// Stripes with a soft flank of one pixel on either side.
    private static int hatch(Look look, int place) {
        if (place == 0 || place == PERIOD / 2) {
            return Argb.mixed(look.ground, look.stripe, 128);
        }
        return place < PERIOD / 2 ? look.stripe : look.ground;
    }
}
