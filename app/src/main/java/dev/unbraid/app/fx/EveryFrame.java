package dev.unbraid.app.fx;

import javafx.animation.AnimationTimer;

/// Does something once a frame while it is switched on: for what is read from the engine and not told by it.
public final class EveryFrame {
    private final AnimationTimer timer;

    /// @param task runs on the JavaFX thread
    public EveryFrame(Runnable task) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long nowNanos) {
                task.run();
            }
        };
    }

    /// Costs nothing while it is off.
    public void setOn(boolean on) {
        if (on) {
            timer.start();
        } else {
            timer.stop();
        }
    }
}
