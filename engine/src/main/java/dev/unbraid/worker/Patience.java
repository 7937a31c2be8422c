package dev.unbraid.worker;

import java.time.Duration;

/// How long an answer may take.
///
/// @param opening for the runtime, a network, and its first segment, of which nobody knows how long it takes
/// @param least   for every other segment
/// @param factor  how many times the usual segment's time, if that is more
public record Patience(Duration opening, Duration least, int factor) {
    /// The first start unpacks half a gigabyte.
    public static final Patience USUAL = new Patience(Duration.ofMinutes(10), Duration.ofMinutes(1), 20);

    /// @param usualNanos of a segment; 0 before the first
    Duration forSegment(long usualNanos) {
        if (usualNanos == 0) {
            return opening;
        }
        Duration times = Duration.ofNanos(usualNanos).multipliedBy(factor);
        return times.compareTo(least) > 0 ? times : least;
    }
}
