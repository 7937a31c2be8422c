package dev.unbraid.audio;

/// Half-open stretch of time, in frames. May begin below zero: count-ins and filter tails do.
public record FrameRange(long start, long end) {
    public FrameRange {
        if (end < start) {
            throw new IllegalArgumentException("ends at %d before %d".formatted(end, start));
        }
    }

    /// What this and `other` share; empty, at some place, if they share nothing.
    public FrameRange cutTo(FrameRange other) {
        long from = Math.max(start, other.start);
        return new FrameRange(from, Math.max(from, Math.min(end, other.end)));
    }

    public long length() {
        return end - start;
    }
}
