package dev.unbraid.app.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Asks what takes time (disks, drivers) on a virtual thread of its own, and brings the answer to the JavaFX thread.
public final class Background {
    private final Executor screen;

    public Background() {
        this(new FxThread());
    }

    /// @param screen where answers are heard
    public Background(Executor screen) {
        this.screen = screen;
    }

    /// Exactly one of the two hears, later.
    public <T> void ask(Callable<T> question, Consumer<T> answer, Consumer<Exception> failure) {
        Thread.ofVirtual().name("background").start(() -> {
            Runnable outcome = outcome(question, answer, failure);
            screen.execute(outcome);
        });
    }

    private static <T> Runnable outcome(Callable<T> question, Consumer<T> answer, Consumer<Exception> failure) {
        try {
            T found = question.call();
            return () -> answer.accept(found);
        } catch (Exception e) {
            return () -> failure.accept(e);
        }
    }
}
