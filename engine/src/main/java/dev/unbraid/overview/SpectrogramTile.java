package dev.unbraid.overview;

/// Levels of a piece of a spectrogram: the mean of all channels' power.
///
/// @param columns how many of its columns are there; the sound may still be growing, or end. Where a sound has gaps,
///                those of the columns before that lie in one are at the lowest level until it is filled
/// @param bins    per column, from 0 Hz to half the sample rate
/// @param levels  `[column * bins + bin]`, unsigned: 0 is −144 dB or less, 255 is +15.4 dB, steps of 0.625 dB;
///                0 dB is a sine of full scale. Borrowed: not to be changed
@SuppressWarnings("ArrayRecordComponent") // filled or read once per pixel
public record SpectrogramTile(TileKey key, int columns, int bins, byte[] levels) {
    public static final double LOWEST_DB = -144;
    public static final double STEP_DB = 0.625;

    public double levelDb(int column, int bin) {
        return LOWEST_DB + STEP_DB * (levels[column * bins + bin] & 0xff);
    }
}
