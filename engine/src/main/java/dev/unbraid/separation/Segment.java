package dev.unbraid.separation;

import dev.unbraid.audio.FrameRange;

/// One stretch of the track and what the network sees of it.
///
/// @param index   counted from 0
/// @param range   the frames this segment answers for
/// @param context the frames the network is shown: `range` in its middle, as long as the network wants
public record Segment(int index, FrameRange range, FrameRange context) {
    static Segment centred(int index, FrameRange range, int segmentFrames) {
        long start = range.start() - (segmentFrames - range.length()) / 2;
        return new Segment(index, range, new FrameRange(start, start + segmentFrames));
    }

    /// Frames of context before the range.
    public int lead() {
        return Math.toIntExact(range.start() - context.start());
    }

    public int frames() {
        return Math.toIntExact(range.length());
    }
}
