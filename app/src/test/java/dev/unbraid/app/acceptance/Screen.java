package dev.unbraid.app.acceptance;

import dev.unbraid.app.fx.EveryFrame;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/// The JavaFX thread, asked from a test's.
final class Screen {
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_EVERY_MS = 20;

    interface Step {
        void run() throws Exception;
    }

    private Screen() {}

    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    static <T> T ask(Callable<T> question) {
        try {
            return WaitForAsyncUtils.asyncFx(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the screen's thread did not answer", e);
        }
    }

    static void tell(Step step) {
        ask(() -> {
            step.run();
            return true;
        });
    }

    /// Waits until the window was painted so often.
    static void frames(int count) throws InterruptedException {
        CountDownLatch painted = new CountDownLatch(count);
        EveryFrame frames = new EveryFrame(painted::countDown);
        tell(() -> frames.setOn(true));
        if (!painted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the window is not painted");
        }
        tell(() -> frames.setOn(false));
    }

    /// Waits until it holds.
    ///
    /// @param condition asked on the JavaFX thread
    /// @param what      for the failure's message
    static void until(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!ask(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not: " + what + "; to be read: " + ask(() -> WindowUnderTest.read().toList()));
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }
}
