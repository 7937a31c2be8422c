package dev.unbraid.app.fx;

import java.util.concurrent.Executor;

import javafx.application.Platform;

/// Runs tasks on the JavaFX thread: at once when already there, else in order.
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
