package dev.unbraid.app.fx;

import java.util.concurrent.atomic.AtomicBoolean;

import javafx.animation.AnimationTimer;

/// Does something once a frame, if anybody on any thread has asked for it since the last frame.
public final class Pulse {
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AnimationTimer timer;

    /// @param task runs on the JavaFX thread
    public Pulse(Runnable task) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long nowNanos) {
                if (wanted.compareAndSet(true, false)) {
                    task.run();
                }
            }
        };
    }

    public void start() {
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /// Any thread.
    public void request() {
        wanted.set(true);
    }
}
