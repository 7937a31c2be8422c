package dev.unbraid.install;

import java.util.ArrayDeque;
import java.util.Deque;

/// Bytes per second over the last few seconds.
final class TransferRate {
    private static final long WINDOW_NANOS = 5_000_000_000L;

    private record Sample(long nanos, long bytes) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private long changedNanos;

    /// @param nanos now, in the time of [System#nanoTime()]
    /// @param bytes received in all
    void add(long nanos, long bytes) {
        if (samples.isEmpty() || samples.getLast().bytes != bytes) {
            changedNanos = nanos;
        }
        samples.addLast(new Sample(nanos, bytes));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    double bytesPerSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        return last.nanos == first.nanos ? 0 : (last.bytes - first.bytes) * 1e9 / (last.nanos - first.nanos);
    }

    /// @return nanoseconds since the last byte came, or since the first sample
    long silentNanos() {
        return samples.isEmpty() ? 0 : samples.getLast().nanos - changedNanos;
    }
}
