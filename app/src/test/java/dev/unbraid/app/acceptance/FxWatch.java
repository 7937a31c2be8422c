package dev.unbraid.app.acceptance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Knocks at the JavaFX thread all the time and notes whenever it takes long to answer: how long, how much of that it
/// computed itself, and where it was. The rest of a stall it waited, or had no processor.
final class FxWatch implements AutoCloseable {
    private static final long LIMIT_MS = 50;
    private static final long KNOCK_EVERY_MS = 5;
    private static final int DEPTH = 4;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread screen;
    private final Thread watch;
    private volatile boolean over;
    private volatile String phase = "start";
    private long knocks;
    /// By how much a thread that only sleeps overslept at worst: what the machine itself holds back.
    private double oversleptMs;

    /// @param wallMs how long it did not answer
    /// @param ownMs  the processor time of its own meanwhile
    /// @param where  the innermost of the program's methods on its stack halfway, or of anybody's, innermost first
    record Stall(String phase, double wallMs, double ownMs, String where) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f ms (%.0f ms its own) while %s in %s", wallMs, ownMs, phase, where);
        }
    }

    FxWatch() throws InterruptedException {
        AtomicReference<Thread> found = new AtomicReference<>();
        CountDownLatch there = new CountDownLatch(1);
        Platform.runLater(() -> {
            found.set(Thread.currentThread());
            there.countDown();
        });
        there.await();
        screen = found.get();
        watch = Thread.ofPlatform().daemon().name("fx-watch").priority(Thread.MAX_PRIORITY).start(this::run);
    }

    /// Names what is done from now on.
    void phase(String name) {
        phase = name;
    }

    private void run() {
        try {
            while (!over) {
                knock();
                long before = System.nanoTime();
                Thread.sleep(KNOCK_EVERY_MS);
                oversleptMs = Math.max(oversleptMs, (System.nanoTime() - before) / 1e6 - KNOCK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            // Nobody does; a test that ends takes the thread along.
        }
    }

    private void knock() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        long began = System.nanoTime();
        long own = threads.getThreadCpuTime(screen.threadId());
        long[] answer = new long[2];
        Platform.runLater(() -> {
            answer[0] = System.nanoTime();
            answer[1] = threads.getThreadCpuTime(screen.threadId());
            answered.countDown();
        });
        knocks++;
        if (answered.await(LIMIT_MS, TimeUnit.MILLISECONDS)) {
            return;
        }
        String during = phase;
        String where = where(screen.getStackTrace());
        answered.await();
        // The watch itself may have been kept waiting for a processor.
        if (answer[0] - began < LIMIT_MS * 1_000_000) {
            return;
        }
        stalls.add(new Stall(during, (answer[0] - began) / 1e6, (answer[1] - own) / 1e6, where));
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
        return String.format(Locale.ROOT, "%d of %d knocks answered after more than %d ms; the machine overslept by %.0f ms at worst%n",
                worst.size(), knocks, LIMIT_MS, oversleptMs)
                + String.join("", worst.stream().limit(12).map(it -> "  " + it + System.lineSeparator()).toList());
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        watch.join();
    }
}
