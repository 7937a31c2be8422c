package dev.unbraid.session;

import dev.unbraid.separation.RunControl;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// Turns segments done into time left. The first one that is worked on takes longer than the others, for the network is loaded
/// and warmed up then: as soon as there is another, only what came after it counts.
final class SegmentClock implements RunControl {
    private final SeparateListener listener;
    private final LongSupplier nanos;
    private final long startedNanos;
    private int reused;
    /// How many were worked on, and for how many seconds, when there were some for the first time.
    private double firstWorked;
    private double firstSeconds;

    SegmentClock(SeparateListener listener) {
        this(listener, System::nanoTime);
    }

    /// @param nanos a clock
    SegmentClock(SeparateListener listener, LongSupplier nanos) {
        this.listener = listener;
        this.nanos = nanos;
        startedNanos = workedNanos();
    }

    /// On a clock that stands still while the job rests.
    private long workedNanos() {
        return nanos.getAsLong() - listener.restedNanos();
    }

    @Override
    public boolean isCancelled() {
        return listener.isCancelled();
    }

    @Override
    public boolean mayGoOn() {
        return listener.mayGoOn();
    }

    @Override
    public void reused() {
        reused++;
    }

    @Override
    public void progress(double done, double total) {
        OptionalDouble left = done > reused ? OptionalDouble.of(secondsEach(done - reused) * (total - done)) : OptionalDouble.empty();
        listener.progress(new SeparateProgress.Separating((int) done, (int) total, left));
    }

    private double secondsEach(double worked) {
        double seconds = (workedNanos() - startedNanos) / 1e9;
        if (firstWorked == 0) {
            firstWorked = worked;
            firstSeconds = seconds;
        }
        return worked > firstWorked ? (seconds - firstSeconds) / (worked - firstWorked) : seconds / worked;
    }
}
