package dev.unbraid.session;

import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the same work several times at once.
public final class SideBySide {
    private SideBySide() {}

    /// Returns when all of it is over. Once is done on the calling thread.
    ///
    /// @param times at least 1
    /// @param work  what it throws is thrown again here, of several the first
    public static void run(int times, Runnable work) {
        if (times == 1) {
            work.run();
            return;
        }
        // Platform threads: the network's answers are waited for in code that would pin virtual ones.
        try (ExecutorService threads =
                Executors.newFixedThreadPool(times, Thread.ofPlatform().name("song-", 1).factory())) {
            for (Future<?> over : Collections.nCopies(times, work).stream().map(threads::submit).toList()) {
                await(over);
            }
        }
    }

    private static void await(Future<?> over) {
        try {
            over.get();
        } catch (InterruptedException e) {
            // Closing the threads waits for all the same.
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
