package dev.unbraid.overview;

/// What one channel's waveform shows, one entry per pixel column; reused from frame to frame.
///
/// @param min     lowest sample, full scale is ±1
/// @param max     highest sample; below `min` where no frame of the column is there yet
/// @param rms     root of the mean square
@SuppressWarnings("ArrayRecordComponent") // filled or read once per pixel
public record PeakColumns(float[] min, float[] max, float[] rms) {
    public static PeakColumns of(int columns) {
        return new PeakColumns(new float[columns], new float[columns], new float[columns]);
    }

    public int columns() {
        return min.length;
    }
}
