package dev.unbraid.session;

import dev.unbraid.separation.RunControl;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// Between a separation and its listener: tells how far it is and how long the rest takes.
final class ListenedRun implements RunControl {
    private final SeparateListener listener;
    private final SegmentClock clock;

    /// @param usualSeconds that a segment took in earlier runs
    ListenedRun(SeparateListener listener, OptionalDouble usualSeconds) {
        this(listener, usualSeconds, System::nanoTime);
    }

    /// @param nanos a clock
    ListenedRun(SeparateListener listener, OptionalDouble usualSeconds, LongSupplier nanos) {
        this.listener = listener;
        clock = new SegmentClock(usualSeconds, () -> nanos.getAsLong() - listener.restedNanos());
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
        clock.reused();
    }

    @Override
    public void progress(double done, double total) {
        listener.progress(new SeparateProgress.Separating((int) done, (int) total, clock.left(done, total)));
    }
}
