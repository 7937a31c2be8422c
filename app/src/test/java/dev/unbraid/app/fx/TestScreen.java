package dev.unbraid.app.fx;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The test's thread in the part of the screen's: tasks wait until the test looks.
public final class TestScreen implements Executor {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /// Runs tasks as they come until it holds.
    public void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable task = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("nothing happened");
            }
            task.run();
        }
    }
}
