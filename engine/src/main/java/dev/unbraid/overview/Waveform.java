package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.Coverage;

/// A sound as a waveform: from its pyramid when zoomed out, from its samples when zoomed in.
public record Waveform(AudioAsset sound, PeakPyramid peaks) {
    private static final int BLOCK_FRAMES = 4096;

    /// Fills every column of `columns` for one channel: exactly under 256 frames a column; above, a column's edges lie on
    /// the nearest multiple of 128 frames, and its values are kept to three digits. Never waits; any thread.
    ///
    /// A column of less than one frame shows the frame it lies in.
    ///
    /// @param startFrame      where the first column begins; may lie before 0
    /// @param framesPerColumn more than 0
    public void read(int channel, double startFrame, double framesPerColumn, PeakColumns columns) {
        if (framesPerColumn < 2 * PeakPyramid.BASE_FRAMES) {
            readSamples(channel, startFrame, framesPerColumn, columns);
        } else {
            readPeaks(channel, startFrame, framesPerColumn, columns);
        }
    }

    private void readPeaks(int channel, double startFrame, double framesPerColumn, PeakColumns columns) {
        peaks.additions();
        Peaks sum = new Peaks();
        long from = bin(startFrame);
        for (int column = 0; column < columns.columns(); column++) {
            long to = bin(startFrame + (column + 1) * framesPerColumn);
            sum.clear();
            peaks.read(channel, from, to, sum);
            sum.write(columns, column);
            from = to;
        }
    }

    private static long bin(double frame) {
        return Math.max(0, Math.round(frame / PeakPyramid.BASE_FRAMES));
    }

    private void readSamples(int channel, double startFrame, double framesPerColumn, PeakColumns columns) {
        Coverage coverage = sound.coverage();
        float[][] block = new float[sound.spec().channels()][BLOCK_FRAMES];
        long blockStart = Long.MIN_VALUE;
        Peaks sum = new Peaks();
        for (int column = 0; column < columns.columns(); column++) {
            long from = (long) Math.floor(startFrame + column * framesPerColumn);
            long to = Math.max(from + 1, (long) Math.floor(startFrame + (column + 1) * framesPerColumn));
            if (blockStart == Long.MIN_VALUE || to > blockStart + BLOCK_FRAMES) {
                blockStart = from;
                sound.read(blockStart, block, 0, BLOCK_FRAMES);
            }
            sum.clear();
            for (long frame = from; frame < to; ) {
                long end = Math.min(to, coverage.endFrom(frame));
                sum.add(block[channel], (int) (frame - blockStart), (int) (end - blockStart));
                frame = end > frame ? end : coverage.nextAfter(frame);
            }
            sum.write(columns, column);
        }
    }
}
