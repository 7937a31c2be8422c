package dev.unbraid.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// Lets through as many steps as a reader can use, and measures how fast they come.
final class Pace {
    private static final long NANOS_BETWEEN = 100_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoClock;
    private Optional<Step> first = Optional.empty();
    private long firstAt;
    private long shownAt;

    Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /// @return whether it is time to show this step
    boolean take(Step step) {
        long now = nanoClock.getAsLong();
        boolean begins = first.isEmpty() || !first.get().isSameTask(step);
        if (begins) {
            first = Optional.of(step);
            firstAt = now;
        }
        boolean due = begins || step.isEnd() || now - shownAt >= NANOS_BETWEEN;
        if (due) {
            shownAt = now;
        }
        return due;
    }

    /// @return units per second since the task began; empty until it can be told
    OptionalDouble perSecond(Step step) {
        if (first.isEmpty()) {
            return OptionalDouble.empty();
        }
        double seconds = (nanoClock.getAsLong() - firstAt) / NANOS_PER_SECOND;
        double done = step.extent().done() - first.get().extent().done();
        return seconds > 0 && done > 0 ? OptionalDouble.of(done / seconds) : OptionalDouble.empty();
    }
}
