package dev.unbraid.audio;

/// Half-open stretch of time, in frames. May begin below zero: count-ins and filter tails do.
public record FrameRange(long start, long end) {
    public FrameRange {
        if (end < start) {
            throw new IllegalArgumentException("ends at %d before %d".formatted(end, start));
        }
    }

    public long length() {
        return end - start;
    }
}
