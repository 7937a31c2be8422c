package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;

/// A sound as a waveform: from its pyramid when zoomed out, from its samples when zoomed in.
@SuppressWarnings("DoNotCallSuggester")
public record Waveform(AudioAsset sound, PeakPyramid peaks) {
    /// Fills every column of `columns` for one channel.
    ///
    /// @param startFrame      where the first column begins; may lie before 0
    /// @param framesPerColumn more than 0
    public void read(int channel, double startFrame, double framesPerColumn, PeakColumns columns) {
        throw new UnsupportedOperationException();
    }
}
