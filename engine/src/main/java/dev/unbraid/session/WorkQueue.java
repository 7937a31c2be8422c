package dev.unbraid.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// Runs jobs of one sort, some at a time, in the order of the board.
final class WorkQueue {
    private final JobBoard board;
    private final ExecutorService threads;
    private final Set<DeskJob> submitted = new HashSet<>();

    /// @param atOnce how many jobs run at a time
    WorkQueue(JobBoard board, int atOnce, ThreadFactory factory) {
        this.board = board;
        threads = Executors.newFixedThreadPool(atOnce, factory);
    }

    /// May be called again for a job that rested before it began.
    void submit(DeskJob job) {
        synchronized (submitted) {
            submitted.add(job);
        }
        threads.execute(() -> next().ifPresent(DeskJob::run));
    }

    private Optional<DeskJob> next() {
        synchronized (submitted) {
            Optional<DeskJob> first = board.jobs().stream()
                    .filter(it -> submitted.contains(it) && it.state() instanceof JobState.Waiting)
                    .findFirst();
            first.ifPresent(submitted::remove);
            submitted.removeIf(it -> it.state().isOver());
            return first;
        }
    }

    void execute(Runnable task) {
        threads.execute(task);
    }

    /// Takes no more jobs and waits for those that run; they should have been told to stop.
    void close(long seconds) {
        threads.shutdown();
        try {
            threads.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
