package dev.unbraid.app.problems;

import java.util.function.LongConsumer;

import javafx.animation.AnimationTimer;

/// Sees when the screen's thread could not paint for a while: measures how far its frames lie apart.
public final class StallWatch {
    private static final long FRAME_NANOS = 1_000_000_000L / 60;

    private final AnimationTimer timer;
    private long lastNanos = Long.MIN_VALUE;
    private long longestNanos;

    /// @param limitMs how long the thread may be blocked
    /// @param stalled hears, on the JavaFX thread, for how many milliseconds it was
    public StallWatch(long limitMs, LongConsumer stalled) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long frameNanos) {
                // The time of the frame may be its planned one; when it really came is what counts.
                long now = System.nanoTime();
                long blocked = lastNanos == Long.MIN_VALUE ? 0 : now - lastNanos - FRAME_NANOS;
                lastNanos = now;
                longestNanos = Math.max(longestNanos, blocked);
                if (blocked > limitMs * 1_000_000) {
                    stalled.accept(blocked / 1_000_000);
                }
            }
        };
    }

    public void start() {
        lastNanos = Long.MIN_VALUE;
        longestNanos = 0;
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /// Since the start.
    public double longestMs() {
        return longestNanos / 1e6;
    }
}
