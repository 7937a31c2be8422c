package dev.unbraid.mix;

import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;

import java.util.List;

/// How much of the stems and how much of the original is heard at each frame.
///
/// The stems fade in after the border of what they cover and out before it, so that the weight depends on the place
/// alone. Where a border moves while it is played, or the mix lane is soloed, the weight follows by one step a frame.
final class StemFade {
    private final MixScene scene;
    private final int length;
    private int step;
    private long runEnd;
    private long coveredFrom;
    private long coveredTo;

    /// @param length steps from the original to the stems, one a frame
    StemFade(MixScene scene, int length) {
        this.scene = scene;
        this.length = length;
    }

    void continueFrom(StemFade other) {
        step = other.step;
    }

    /// Goes at once to where the fade is after a long time at `frame`.
    void settle(long frame) {
        look(frame);
        step = target(frame);
    }

    /// Gives each frame the weight of the stems, 0 to 1.
    ///
    /// @return the sum of the steps: 0 if no stem is heard, `full(count)` if nothing else is
    long weigh(long startFrame, float[] weights, int count) {
        long sum = 0;
        look(startFrame);
        for (int i = 0; i < count; i++) {
            if (startFrame + i >= runEnd) {
                look(startFrame + i);
            }
            step += Integer.signum(target(startFrame + i) - step);
            weights[i] = (float) step / length;
            sum += step;
        }
        return sum;
    }

    long full(int count) {
        return (long) length * count;
    }

    private int target(long frame) {
        long fromBorder = Math.min(frame - coveredFrom, coveredTo - frame);
        return Math.clamp(fromBorder, 0, length);
    }

    /// Finds the stretch around `frame` that all stems cover, or the gap there.
    private void look(long frame) {
        List<MixScene.Voice> stems = scene.stems();
        coveredFrom = Long.MIN_VALUE / 2;
        coveredTo = Long.MAX_VALUE / 2;
        runEnd = coveredTo;
        long gapEnd = frame;
        for (int i = 0; i < stems.size(); i++) {
            gapEnd = Math.max(gapEnd, narrow(stems.get(i).sound().coverage(), frame));
        }
        if (gapEnd > frame || stems.isEmpty() || scene.bus().soloed()) {
            coveredFrom = Long.MAX_VALUE / 2;
            coveredTo = coveredFrom;
            runEnd = gapEnd > frame ? gapEnd : coveredTo;
            return;
        }
        runEnd = coveredTo;
        // Where the song begins and ends there is nothing to fade to.
        if (coveredFrom <= 0) {
            coveredFrom = Long.MIN_VALUE / 2;
        }
        if (coveredTo >= scene.frames()) {
            coveredTo = Long.MAX_VALUE / 2;
        }
    }

    /// @return where the gap of this stem at `frame` ends, or `frame` if there is none
    private long narrow(Coverage coverage, long frame) {
        List<FrameRange> ranges = coverage.ranges();
        for (int i = 0; i < ranges.size(); i++) {
            FrameRange range = ranges.get(i);
            if (frame < range.start()) {
                return range.start();
            }
            if (frame < range.end()) {
                coveredFrom = Math.max(coveredFrom, range.start());
                coveredTo = Math.min(coveredTo, range.end());
                return frame;
            }
        }
        return Long.MAX_VALUE / 2;
    }
}
