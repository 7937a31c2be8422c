package dev.unbraid.app.acceptance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Asks the JavaFX thread for a turn all the time, whether or not it has come to the last one, and notes how much it
/// computes between two turns and how long it lets one wait. A turn asked for while a robot's hundred small wishes stand in
/// line is somewhere between them, so that what is long is one thing that the thread did, or one frame.
final class FxWatch implements AutoCloseable {
    private static final long LIMIT_NANOS = 50_000_000;
    private static final long ASK_EVERY_MS = 5;
    private static final int DEPTH = 4;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread screen;
    private final Thread watch;
    private volatile boolean over;
    private volatile String phase = "start";
    /// When the thread began with what it does now.
    private volatile long lastNanos = System.nanoTime();
    private volatile String where = "";
    private long lastOwnNanos;
    private int turns;
    /// By how much a thread that only sleeps overslept at worst: what the machine itself holds back.
    private double oversleptMs;

    /// @param wallMs how long a turn had been asked for when it came
    /// @param ownMs  the processor time of the thread since the turn before
    /// @param where  the thread's state on the way (one that can run waits for a processor), and the innermost of the program's
    ///               methods on its stack, or of anybody's, innermost first
    record Stall(String phase, double wallMs, double ownMs, String where) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f ms (%.0f ms its own) while %s in %s", wallMs, ownMs, phase, where);
        }
    }

    FxWatch() throws InterruptedException {
        AtomicReference<Thread> found = new AtomicReference<>();
        onScreen(() -> {
            found.set(Thread.currentThread());
            lastOwnNanos = threads.getCurrentThreadCpuTime();
        });
        screen = found.get();
        watch = Thread.ofPlatform().daemon().name("fx-watch").priority(Thread.MAX_PRIORITY).start(this::run);
    }

    private static void onScreen(Runnable task) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            task.run();
            done.countDown();
        });
        done.await();
    }

    /// Names what is done from now on.
    void phase(String name) {
        phase = name;
    }

    private void run() {
        try {
            while (!over) {
                long asked = System.nanoTime();
                String during = phase;
                Platform.runLater(() -> turn(during, asked));
                Thread.sleep(ASK_EVERY_MS);
                long now = System.nanoTime();
                oversleptMs = Math.max(oversleptMs, (now - asked) / 1e6 - ASK_EVERY_MS);
                if (where.isEmpty() && now - lastNanos > LIMIT_NANOS / 2) {
                    where = screen.getState() + " " + where(screen.getStackTrace());
                }
            }
        } catch (InterruptedException e) {
            // Nobody does; a test that ends takes the thread along.
        }
    }

    /// JavaFX thread.
    private void turn(String during, long askedNanos) {
        long now = System.nanoTime();
        long own = threads.getCurrentThreadCpuTime();
        turns++;
        if (own - lastOwnNanos > LIMIT_NANOS || now - Math.max(askedNanos, lastNanos) > LIMIT_NANOS) {
            stalls.add(new Stall(during, (now - askedNanos) / 1e6, (own - lastOwnNanos) / 1e6, where));
        }
        where = "";
        lastNanos = now;
        lastOwnNanos = own;
    }

    private static String where(StackTraceElement[] stack) {
        List<StackTraceElement> own = Arrays.stream(stack).filter(it -> it.getClassName().startsWith("dev.unbraid.")).toList();
        List<StackTraceElement> told = own.isEmpty() ? Arrays.stream(stack).toList() : own;
        return told.stream().limit(DEPTH)
                .map(it -> it.getClassName().replaceFirst("^.*\\.", "") + "." + it.getMethodName())
                .collect(Collectors.joining(" < "));
    }

    /// Above 50 ms, those first in which the thread itself computed longest; complete once closed.
    List<Stall> stalls() {
        return stalls.stream().sorted(Comparator.comparingDouble(Stall::ownMs).reversed()).toList();
    }

    String report() {
        List<Stall> worst = stalls();
        return String.format(Locale.ROOT, "%d of %d turns came after more than %d ms; the machine overslept by %.0f ms at worst%n",
                worst.size(), turns, LIMIT_NANOS / 1_000_000, oversleptMs)
                + String.join("", worst.stream().limit(12).map(it -> "  " + it + System.lineSeparator()).toList());
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        watch.join();
        // All that was asked for has been.
        onScreen(() -> { });
    }
}
