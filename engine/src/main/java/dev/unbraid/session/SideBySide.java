package dev.unbraid.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

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
                Executors.newFixedThreadPool(times, Thread.ofPlatform().name("side-", 1).factory())) {
            for (Future<?> over : Collections.nCopies(times, work).stream().map(threads::submit).toList()) {
                await(over);
            }
        }
    }

    /// What may go wrong with a file.
    interface Step<T, R> {
        R of(T item) throws IOException;
    }

    /// Does something with each item, as many at once as there are processors.
    ///
    /// @return what came of them, in their order
    static <T, R> List<R> each(List<T> items, Step<T, R> step) throws IOException {
        Map<Integer, R> results = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        try {
            run(Math.clamp(items.size(), 1, Runtime.getRuntime().availableProcessors()), () -> {
                for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                    try {
                        results.put(i, step.of(items.get(i)));
                    } catch (IOException e) {
                        // Nobody will have the others.
                        next.set(items.size());
                        throw new UncheckedIOException(e);
                    }
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return IntStream.range(0, items.size()).mapToObj(i -> Objects.requireNonNull(results.get(i))).toList();
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
