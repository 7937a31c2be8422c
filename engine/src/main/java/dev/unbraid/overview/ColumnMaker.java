package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.dsp.Window;

/// Makes columns of tiles, all of the same settings and number of channels. For one thread at a time.
interface ColumnMaker {
    /// Makes columns `from` to `to` of the tile of `grid`.
    ///
    /// @param to     at most `from + mostColumns(grid)`
    /// @param levels of the whole tile, see [SpectrogramTile]
    void make(AudioAsset sound, ColumnGrid grid, int from, int to, byte[] levels);

    /// How many columns to ask for at once at most, so that it is done soon and takes little memory.
    int mostColumns(ColumnGrid grid);

    static ColumnMaker of(SpectrogramSettings settings, int channels) {
        return switch (settings.method()) {
            case PLAIN -> new PlainColumns(settings, channels);
            case REASSIGNED -> new ReassignedColumns(settings, channels);
        };
    }

    static Window window(SpectrogramSettings settings) {
        int frames = settings.fftSize();
        return switch (settings.window()) {
            case RECTANGULAR -> Window.rectangular(frames);
            case HANN -> Window.hann(frames);
            case HAMMING -> Window.hamming(frames);
            case BLACKMAN_HARRIS -> Window.blackmanHarris(frames);
            case KAISER -> Window.kaiser(frames, 3 * Math.PI);
            case GAUSSIAN -> Window.gaussian(frames, 3.5);
        };
    }
}
