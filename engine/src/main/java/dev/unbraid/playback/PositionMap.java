package dev.unbraid.playback;

import java.util.concurrent.atomic.AtomicLongArray;

/// Which frame of the song lies at which frame that went to the output. One thread writes, any number read, no lock.
///
/// Keeps the last thousand pieces, far more than an output holds.
final class PositionMap {
    private static final int PIECES = 1024;

    private final AtomicLongArray starts = new AtomicLongArray(PIECES);
    private final AtomicLongArray songFrames = new AtomicLongArray(PIECES);
    private final AtomicLongArray rates = new AtomicLongArray(PIECES);
    private volatile long pieces;
    private double nextSongFrame;
    private double lastRate = Double.NaN;

    /// From `outFrame` on the song is at `songFrame` and moves by `rate` frames for each that goes out.
    void put(long outFrame, int count, double songFrame, double rate) {
        if (songFrame != nextSongFrame || rate != lastRate) {
            long before = pieces;
            int piece = (int) (before % PIECES);
            starts.set(piece, outFrame);
            songFrames.set(piece, Double.doubleToRawLongBits(songFrame));
            rates.set(piece, Double.doubleToRawLongBits(rate));
            pieces = before + 1;
        }
        nextSongFrame = songFrame + count * rate;
        lastRate = rate;
    }

    /// All that went out before does not count any more: the song is at `songFrame`.
    void restart(long outFrame, long songFrame) {
        lastRate = Double.NaN;
        put(outFrame, 0, (double) songFrame, 0);
    }

    double songFrame(long outFrame) {
        long newest = pieces - 1;
        if (newest < 0) {
            return 0;
        }
        long oldest = Math.max(0, newest - PIECES / 2);
        long piece = newest;
        while (piece > oldest && starts.get((int) (piece % PIECES)) > outFrame) {
            piece--;
        }
        int at = (int) (piece % PIECES);
        double from = Double.longBitsToDouble(songFrames.get(at));
        double rate = Double.longBitsToDouble(rates.get(at));
        return from + Math.max(0, outFrame - starts.get(at)) * rate;
    }
}
