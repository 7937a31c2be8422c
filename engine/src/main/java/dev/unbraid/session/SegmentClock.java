package dev.unbraid.session;

import dev.unbraid.plugin.JobControl;

import java.util.OptionalDouble;

/// Turns segments done into time left.
final class SegmentClock implements JobControl {
    private final SeparateListener listener;
    private final long startedNanos = System.nanoTime();

    SegmentClock(SeparateListener listener) {
        this.listener = listener;
    }

    @Override
    public boolean isCancelled() {
        return listener.isCancelled();
    }

    @Override
    public void progress(double done, double total) {
        double elapsed = (System.nanoTime() - startedNanos) / 1e9;
        OptionalDouble left =
                done > 0 ? OptionalDouble.of(elapsed / done * (total - done)) : OptionalDouble.empty();
        listener.progress(new SeparateProgress.Separating((int) done, (int) total, left));
    }
}
