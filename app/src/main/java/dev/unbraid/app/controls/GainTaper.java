package dev.unbraid.app.controls;

import dev.unbraid.project.Strip;

/// Where a gain lies on a fader: finer near 0 dB, which lies at three quarters.
public final class GainTaper {
    private static final double SPAN_DB = Strip.LOUDEST_DB - Strip.SILENT_DB;
    /// How much more of the way a decibel takes at the top than at the bottom.
    private static final double STRETCH = 3;

    private GainTaper() {}

    /// @param gainDb as in [Strip]
    /// @return 0 to 1
    public static double position(double gainDb) {
        return (Math.pow(STRETCH, (gainDb - Strip.SILENT_DB) / SPAN_DB) - 1) / (STRETCH - 1);
    }

    /// @param position 0 to 1
    /// @return in tenths of a decibel; exactly 0 in a small notch around 0 dB
    public static double gainDb(double position) {
        double share = Math.log(1 + position * (STRETCH - 1)) / Math.log(STRETCH);
        double gainDb = tenths(Strip.SILENT_DB + share * SPAN_DB);
        return Math.abs(gainDb) < 0.35 ? 0 : gainDb;
    }

    /// One step of the wheel or of an arrow key from `gainDb`, within the bounds.
    ///
    /// @param steps of half a decibel, downwards if negative
    public static double stepped(double gainDb, int steps) {
        return Math.clamp(tenths(gainDb + steps * 0.5), Strip.SILENT_DB, Strip.LOUDEST_DB);
    }

    private static double tenths(double gainDb) {
        // Adding 0 takes the sign off a negative zero.
        return Math.round(gainDb * 10) / 10.0 + 0.0;
    }
}
