package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;

import java.util.BitSet;
import java.util.function.Function;

/// Where a tile's columns lie in its sound, and which frames each of them needs.
///
/// Zoomed out, columns lie further apart than the window is long. Each then is the mean of several looks, so that short
/// events between the columns are seen. The mean and not the maximum: it keeps energies, and with them the shares of
/// stems and the level of noise, the same at every zoom. Beyond 16 looks a column, sounds of more than half an hour
/// on one screen, it is a sample of them.
record ColumnGrid(TileKey key) {
    private static final int MOST_LOOKS = 16;

    /// Transforms that a column is the mean of; a power of two.
    int looks() {
        long half = key.settings().fftSize() / 2;
        int most = Math.min(MOST_LOOKS, 1 << Math.min(key.zoom(), 30));
        int looks = 1;
        while (looks < most && key.hopFrames() / looks > half) {
            looks *= 2;
        }
        return looks;
    }

    /// Frames from one look to the next, within a column and on to the next one.
    long stepFrames() {
        return key.hopFrames() / looks();
    }

    /// The frame in the middle of a look.
    ///
    /// @param column counted from the tile's first; may lie outside it
    long middleOf(int column, int look) {
        return centre(column) + (2L * look - looks() + 1) * stepFrames() / 2;
    }

    private long centre(int column) {
        return key.startFrame() + column * key.hopFrames();
    }

    /// How far around its centre a column needs the sound.
    long reachFrames() {
        return switch (key.settings().method()) {
            case PLAIN -> (key.settings().fftSize() + (looks() - 1) * stepFrames() + 1) / 2;
            // Energy comes from looks that reach into the column from either side.
            case REASSIGNED -> key.settings().fftSize() + (key.hopFrames() + 1) / 2;
        };
    }

    /// Columns whose frames are all there, as far as they will ever be: beyond the sound is silence.
    BitSet ready(AudioAsset sound) {
        return columns(sound, AudioAsset::coverage);
    }

    /// Those of the ready columns whose frames will stay as they are.
    BitSet staying(AudioAsset sound) {
        return columns(sound, AudioAsset::settled);
    }

    private BitSet columns(AudioAsset sound, Function<AudioAsset, Coverage> coverage) {
        BitSet columns = new BitSet(TileKey.COLUMNS);
        // Asked first: what is complete stays as it is.
        if (sound.isComplete()) {
            mark(columns, 0, sound.frames() - 1);
            return columns;
        }
        for (FrameRange there : coverage.apply(sound).ranges()) {
            long from = there.start() <= 0 ? 0 : there.start() + reachFrames();
            mark(columns, from, there.end() - reachFrames());
        }
        return columns;
    }

    /// Marks columns with their centre between the two, both included.
    private void mark(BitSet columns, long firstFrame, long lastFrame) {
        long first = -Math.floorDiv(key.startFrame() - firstFrame, key.hopFrames());
        long last = Math.floorDiv(lastFrame - key.startFrame(), key.hopFrames());
        int from = Math.clamp(first, 0, TileKey.COLUMNS);
        columns.set(from, Math.clamp(last + 1, from, TileKey.COLUMNS));
    }
}
