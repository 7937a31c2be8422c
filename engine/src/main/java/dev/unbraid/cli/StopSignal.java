package dev.unbraid.cli;

import dev.unbraid.audio.RuleException;

import java.util.concurrent.CountDownLatch;

/// Ctrl-C, as a wish that a job can see: the process ends once the job has cleaned up.
///
/// A second Ctrl-C ends it at once.
@RuleException(rule = "threads", value = "Java tells of its end to threads only, and does not start them itself.")
final class StopSignal implements AutoCloseable {
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean given;

    private StopSignal() {
        hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
    }

    /// Listens until closed; what a job does before that is waited for.
    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    boolean isGiven() {
        return given;
    }

    private void stop() {
        given = true;
        Interrupts.killFromNowOn();
        try {
            cleanedUp.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cleanedUp.countDown();
        if (!given) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends this very moment, and nothing is left to clean up.
            }
        }
    }
}
