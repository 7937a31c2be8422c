package dev.unbraid.dsp;

/// Triangular noise of two quanta's width, added before rounding to few bits, so that the rounding error no longer
/// depends on the signal (Lipshitz, Wannamaker, Vanderkooy 1992).
///
/// The noise depends on the seed and on the frames since the start alone, not on how they were cut into blocks.
/// Used by one thread at a time.
public final class Dither {
    private static final double UNIT = 0x1p-53;

    private final double quantum;
    private long state;

    /// @param bits word length that the samples will be rounded to, full scale ±1
    /// @param seed the same seed gives the same noise
    public Dither(int bits, long seed) {
        if (bits < 2 || bits > 24) {
            throw new IllegalArgumentException("dither for %d bits".formatted(bits));
        }
        this.quantum = Math.scalb(1.0, 1 - bits);
        this.state = seed;
    }

    /// Adds noise in place to `frames` frames of `planes[channel][offset ..]`.
    public void addTo(float[][] planes, int offset, int frames) {
        for (int frame = offset; frame < offset + frames; frame++) {
            for (float[] plane : planes) {
                plane[frame] = (float) (plane[frame] + triangular());
            }
        }
    }

    private double triangular() {
        double rising = uniform();
        double falling = uniform();
        return quantum * (rising - falling);
    }

    /// SplitMix64 (Steele, Lea, Flood 2014), written out because the files' bytes hang on it.
    private double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * UNIT;
    }
}
