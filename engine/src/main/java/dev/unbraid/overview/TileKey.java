package dev.unbraid.overview;

import dev.unbraid.audio.AssetId;

/// Names a piece of a sound's spectrogram.
///
/// @param zoom  0 is the closest; each step doubles the frames from column to column
/// @param index the piece covers columns `index * COLUMNS` to `(index + 1) * COLUMNS`; column c is centred on frame
///              `c * hopFrames()`
public record TileKey(AssetId asset, SpectrogramSettings settings, int zoom, int index) {
    public static final int COLUMNS = 128;

    public long hopFrames() {
        return (long) settings.hopFrames() << zoom;
    }

    public long startFrame() {
        return hopFrames() * COLUMNS * index;
    }
}
