package dev.unbraid.project;

/// How a lane enters the mix.
///
/// @param gainDb −60 to 12; the lowest means silence
/// @param pan    −1 (left) to 1 (right); a balance, so that 0 changes no sample
public record Strip(double gainDb, double pan, boolean muted, boolean soloed) {
    public static final double SILENT_DB = -60;
    public static final double LOUDEST_DB = 12;
    public static final Strip NEUTRAL = new Strip(0, 0, false, false);

    public Strip {
        if (!(gainDb >= SILENT_DB && gainDb <= LOUDEST_DB)) {
            throw new IllegalArgumentException("gain of %s dB".formatted(gainDb));
        }
        if (!(pan >= -1 && pan <= 1)) {
            throw new IllegalArgumentException("pan " + pan);
        }
    }

    public Strip withGainDb(double db) {
        return new Strip(db, pan, muted, soloed);
    }

    public Strip withPan(double position) {
        return new Strip(gainDb, position, muted, soloed);
    }

    public Strip withMuted(boolean mute) {
        return new Strip(gainDb, pan, mute, soloed);
    }

    public Strip withSoloed(boolean solo) {
        return new Strip(gainDb, pan, muted, solo);
    }
}
