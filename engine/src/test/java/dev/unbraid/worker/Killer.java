package dev.unbraid.worker;

import dev.unbraid.separation.RunControl;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Kills the workers of this process at random moments: after some segments, and now and then once more while one
/// starts again.
public final class Killer implements RunControl, AutoCloseable {
    private final Random random = new Random(11);
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger segments = new AtomicInteger();
    private final int wanted;
    private final int patienceMillis;
    private final Thread thread;
    private volatile boolean over;

    /// @param wanted         how often
    /// @param patienceMillis how long it waits at most
    public Killer(int wanted, int patienceMillis) {
        this.wanted = wanted;
        this.patienceMillis = patienceMillis;
        thread = Thread.ofPlatform().daemon().start(this::hunt);
    }

    /// Those children of a test's that run Java; a command line may be too long for the system to tell.
    public static List<ProcessHandle> workersOf(ProcessHandle parent) {
        return parent.children()
                .filter(it -> it.isAlive() && it.info().command().orElse("").endsWith("java"))
                .toList();
    }

    public boolean isDone() {
        return kills.get() >= wanted;
    }

    private void hunt() {
        int seen = 0;
        while (!over && !isDone()) {
            sleep(2);
            if (segments.get() > seen) {
                sleep(random.nextInt(patienceMillis));
                kill();
                if (random.nextInt(3) == 0) {
                    sleep(random.nextInt(2 * patienceMillis));
                    kill();
                }
                seen = segments.get();
            }
        }
    }

    private void kill() {
        for (ProcessHandle worker : workersOf(ProcessHandle.current())) {
            if (worker.destroyForcibly()) {
                kills.incrementAndGet();
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void progress(double done, double total) {
        segments.incrementAndGet();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
