package dev.unbraid.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Runs jobs of one sort, some at a time, in the order of the board. One that rests gives its place to the next.
final class WorkQueue {
    private final JobBoard board;
    private final int places;
    private final ExecutorService threads;
    private final Set<DeskJob> submitted = new HashSet<>();
    private final Deque<Runnable> chores = new ArrayDeque<>();
    private int taken;
    private int returning;

    /// @param places how many jobs run at a time; those that rest keep their threads, but take none
    WorkQueue(JobBoard board, int places, ThreadFactory factory) {
        this.board = board;
        this.places = places;
        threads = Executors.newCachedThreadPool(factory);
    }

    /// May be called again for a job that rested before it began.
    synchronized void submit(DeskJob job) {
        submitted.add(job);
        startNext();
    }

    /// Runs it in a place of its own, before all jobs that have not begun.
    synchronized void execute(Runnable task) {
        chores.add(task);
        startNext();
    }

    private void startNext() {
        if (taken < places && returning == 0 && !threads.isShutdown()) {
            next().ifPresent(work -> {
                taken++;
                threads.execute(() -> runAndFollow(work));
            });
        }
    }

    private void runAndFollow(Runnable first) {
        Optional<Runnable> work = Optional.of(first);
        while (work.isPresent()) {
            work.get().run();
            work = following();
        }
    }

    private synchronized Optional<Runnable> following() {
        Optional<Runnable> work = taken <= places && returning == 0 ? next() : Optional.empty();
        if (work.isEmpty()) {
            taken--;
            notifyAll();
        }
        return work;
    }

    private Optional<Runnable> next() {
        if (!chores.isEmpty()) {
            return Optional.of(chores.removeFirst());
        }
        Optional<DeskJob> first = board.jobs().stream()
                .filter(it -> submitted.contains(it) && it.state() instanceof JobState.Waiting)
                .findFirst();
        first.ifPresent(submitted::remove);
        submitted.removeIf(it -> it.state().isOver());
        return first.map(job -> job::run);
    }

    /// A running job rests: its place is another's.
    synchronized void leave() {
        taken--;
        notifyAll();
        startNext();
    }

    /// Waits for a place, before all jobs that have not begun; takes one in any case.
    ///
    /// @param hurried whether to wait no longer; asked again after [#stir]
    synchronized void comeBack(BooleanSupplier hurried) {
        returning++;
        boolean interrupted = false;
        while (taken >= places && !hurried.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        returning--;
        taken++;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// A job that waits for its place may have changed its mind.
    synchronized void stir() {
        notifyAll();
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
