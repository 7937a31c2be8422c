package dev.unbraid.overview;

import java.util.Arrays;

/// Peaks of one channel in bins of one width. One thread sets while others read.
///
/// A bin is three half-precision floats: a waveform is drawn with two correct digits at any level, over full scale too,
/// for 6 bytes. The third is the root of the mean square, whose range fits where the mean square's would not.
final class PeakLevel {
    private static final int CHUNK_BINS = 1024;
    private static final int BIN = 3;
    private static final short NO_MIN = Float.floatToFloat16(Float.POSITIVE_INFINITY);
    private static final short NO_MAX = Float.floatToFloat16(Float.NEGATIVE_INFINITY);
    private static final short[] NOTHING = {};

    /// Replaced when a chunk comes, so that who sees it sees the chunk's bins; an empty chunk is one not there yet.
    private volatile short[][] chunks = {};

    void set(long bin, Peaks peaks) {
        short[] chunk = chunkFor((int) (bin / CHUNK_BINS));
        int at = (int) (bin % CHUNK_BINS) * BIN;
        chunk[at] = Float.floatToFloat16(peaks.min());
        chunk[at + 1] = Float.floatToFloat16(peaks.max());
        chunk[at + 2] = Float.floatToFloat16((float) Math.sqrt(peaks.meanSquare()));
    }

    /// Adds bins `from` to `to` to `peaks`, those that are there.
    ///
    /// @param frames width of a bin
    void read(long from, long to, double frames, Peaks peaks) {
        short[][] now = chunks;
        for (long bin = from; bin < to; bin++) {
            int index = (int) (bin / CHUNK_BINS);
            if (index >= now.length || now[index].length == 0) {
                bin = (index + 1L) * CHUNK_BINS - 1;
                continue;
            }
            int at = (int) (bin % CHUNK_BINS) * BIN;
            if (now[index][at] == NO_MIN) {
                continue;
            }
            float rms = Float.float16ToFloat(now[index][at + 2]);
            peaks.add(Float.float16ToFloat(now[index][at]), Float.float16ToFloat(now[index][at + 1]),
                    (double) rms * rms, frames);
        }
    }

    long bytes() {
        long bytes = 0;
        for (short[] chunk : chunks) {
            bytes += (long) chunk.length * Short.BYTES;
        }
        return bytes;
    }

    private short[] chunkFor(int index) {
        short[][] now = chunks;
        if (index < now.length && now[index].length > 0) {
            return now[index];
        }
        short[][] grown = Arrays.copyOf(now, Math.max(now.length, index + 1));
        Arrays.fill(grown, now.length, grown.length, NOTHING);
        short[] chunk = new short[CHUNK_BINS * BIN];
        for (int at = 0; at < chunk.length; at += BIN) {
            chunk[at] = NO_MIN;
            chunk[at + 1] = NO_MAX;
        }
        grown[index] = chunk;
        chunks = grown;
        return chunk;
    }
}
