package dev.unbraid.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Threads that share the parts of one operation after another, the calling thread among them. Called by one thread at a time.
public final class Team implements AutoCloseable {
    private final int members;
    private final ExecutorService others;

    /// One part of an operation.
    @FunctionalInterface
    public interface Part {
        /// @param member whose turn it is, from 0; it does nothing else meanwhile
        void run(int member, int part);
    }

    /// @param members at least 1
    public Team(int members) {
        this.members = members;
        others = Executors.newFixedThreadPool(Math.max(1, members - 1),
                Thread.ofPlatform().name("team-", 1).daemon().factory());
    }

    public int members() {
        return members;
    }

    /// Runs parts 0 to `count - 1`, each once, in any order; returns when all are done.
    public void share(int count, Part part) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 1; i < Math.min(members, count); i++) {
            int member = i;
            running.add(others.submit(() -> work(next, count, member, part)));
        }
        try {
            work(next, count, 0, part);
        } finally {
            running.forEach(Team::await);
        }
    }

    private static void work(AtomicInteger next, int count, int member, Part part) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            part.run(member, i);
        }
    }

    private static void await(Future<?> running) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    running.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
