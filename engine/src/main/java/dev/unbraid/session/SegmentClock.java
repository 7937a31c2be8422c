package dev.unbraid.session;

import dev.unbraid.separation.RunControl;

import java.util.OptionalDouble;

/// Turns segments done into time left.
final class SegmentClock implements RunControl {
    private final SeparateListener listener;
    private final long startedNanos = System.nanoTime();
    private final long restedBefore;
    private int reused;

    SegmentClock(SeparateListener listener) {
        this.listener = listener;
        restedBefore = listener.restedNanos();
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
        double elapsed = (System.nanoTime() - startedNanos - (listener.restedNanos() - restedBefore)) / 1e9;
        OptionalDouble left =
                done > reused ? OptionalDouble.of(elapsed / (done - reused) * (total - done)) : OptionalDouble.empty();
        listener.progress(new SeparateProgress.Separating((int) done, (int) total, left));
    }
}
