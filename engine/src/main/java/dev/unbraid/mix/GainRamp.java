package dev.unbraid.mix;

/// A gain for each side that moves in a straight line from what it was to what it shall be.
///
/// Counts frames, not blocks: the size of the blocks changes no sample. Settled at 1 it changes none at all.
final class GainRamp {
    private final int length;
    private float fromLeft;
    private float fromRight;
    private float toLeft;
    private float toRight;
    private int done;

    /// @param length frames from one gain to another
    GainRamp(int length, StripGain gain) {
        this.length = length;
        toLeft = gain.left();
        toRight = gain.right();
        done = length;
    }

    /// Goes on from where `other` is, towards this one's own gain.
    void continueFrom(GainRamp other) {
        if (other.toLeft == toLeft && other.toRight == toRight) {
            fromLeft = other.fromLeft;
            fromRight = other.fromRight;
            done = other.done;
        } else {
            fromLeft = at(other.fromLeft, other.toLeft, other.done);
            fromRight = at(other.fromRight, other.toRight, other.done);
            done = 0;
        }
    }

    void settle() {
        done = length;
    }

    boolean isSilent() {
        return done == length && toLeft == 0 && toRight == 0;
    }

    /// Lets `count` frames pass that nobody hears.
    void skip(int count) {
        done = Math.min(length, done + count);
    }

    void apply(float[] left, float[] right, int offset, int count) {
        int moving = Math.min(count, length - done);
        for (int i = 0; i < moving; i++) {
            left[offset + i] *= at(fromLeft, toLeft, done + i);
            right[offset + i] *= at(fromRight, toRight, done + i);
        }
        done += moving;
        scale(left, offset + moving, offset + count, toLeft);
        scale(right, offset + moving, offset + count, toRight);
    }

    private float at(float from, float to, int frame) {
        return frame == length ? to : from + (to - from) * frame / length;
    }

    private static void scale(float[] plane, int start, int end, float gain) {
        if (gain == 1) {
            return;
        }
        for (int i = start; i < end; i++) {
            plane[i] *= gain;
        }
    }
}
