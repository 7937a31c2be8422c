package dev.unbraid.session;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/// Something that is done on a thread of its own while this one does something else.
public final class Beside<T> implements Closeable {
    private final FutureTask<T> task;
    private volatile boolean unwanted;

    /// What is done.
    public interface Work<T> {
        /// @param unwanted whether it may end early, for nobody will ask for it
        T work(BooleanSupplier unwanted) throws IOException;
    }

    private Beside(Work<T> work) {
        task = new FutureTask<>(() -> work.work(() -> unwanted));
    }

    public static <T> Beside<T> begin(String name, Work<T> work) {
        Beside<T> beside = new Beside<>(work);
        Thread.ofPlatform().name(name).daemon().start(beside.task);
        return beside;
    }

    /// Waits for what comes of it, or throws what it has thrown.
    public T get() throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Waits for its end: what it works with may go then.
    @Override
    public void close() {
        unwanted = true;
        try {
            get();
        } catch (IOException | RuntimeException | LinkageError _) {
            // Nobody asks for it any more.
        }
    }
}
