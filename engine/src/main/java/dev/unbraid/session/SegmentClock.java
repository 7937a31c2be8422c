package dev.unbraid.session;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// Turns segments done into the time that the others will take. The first one that is worked on takes longer than they do, for the
/// network is loaded and warmed up then: as soon as there is another, only what came after it counts. Until then it is what
/// segments took in earlier runs, if that is known.
final class SegmentClock {
    private final OptionalDouble usualSeconds;
    private final LongSupplier nanos;
    private long begunNanos;
    private int reused;
    /// How many were worked on, and for how many seconds, when there were some for the first time.
    private double firstWorked;
    private double firstSeconds;

    /// @param usualSeconds that a segment took in earlier runs
    /// @param nanos        a clock that stands still while the job rests
    SegmentClock(OptionalDouble usualSeconds, LongSupplier nanos) {
        this.usualSeconds = usualSeconds;
        this.nanos = nanos;
        begin();
    }

    /// What was before says nothing of the network's speed.
    void begin() {
        begunNanos = nanos.getAsLong();
    }

    /// One of those that are done was there already.
    void reused() {
        reused++;
    }

    /// @return seconds; empty until it can be guessed
    OptionalDouble left(double done, double total) {
        OptionalDouble each = secondsEach(done - reused);
        return each.isPresent() ? OptionalDouble.of(each.getAsDouble() * (total - done)) : each;
    }

    private OptionalDouble secondsEach(double worked) {
        double seconds = (nanos.getAsLong() - begunNanos) / 1e9;
        if (firstWorked == 0) {
            firstWorked = worked;
            firstSeconds = seconds;
        }
        if (worked > firstWorked) {
            return OptionalDouble.of((seconds - firstSeconds) / (worked - firstWorked));
        }
        return usualSeconds.isPresent() || worked == 0 ? usualSeconds : OptionalDouble.of(seconds / worked);
    }
}
