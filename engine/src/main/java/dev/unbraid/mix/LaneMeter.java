package dev.unbraid.mix;

/// How loud a lane is now: written by whoever renders, read by whoever paints, without a lock.
public final class LaneMeter {
    private volatile float peak;
    private volatile float meanSquare;
    private volatile boolean clipped;

    /// Highest sample of the last block, linear, all channels.
    public float peak() {
        return peak;
    }

    /// Root mean square of the last block, linear, the louder channel's.
    public float rms() {
        return (float) Math.sqrt(meanSquare);
    }

    /// Whether a sample beyond full scale went by since [#unclip].
    public boolean clipped() {
        return clipped;
    }

    public void unclip() {
        clipped = false;
    }

    void block(float highest, float square) {
        peak = highest;
        meanSquare = square;
        if (highest > 1) {
            clipped = true;
        }
    }
}
