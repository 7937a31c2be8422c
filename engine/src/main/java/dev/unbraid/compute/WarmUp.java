package dev.unbraid.compute;

/// What a process does beside its start, so that it is done when it is needed; nobody waits for it.
public final class WarmUp {
    private WarmUp() {}

    /// Returns at once.
    public static void begin(Runnable work) {
        Thread.ofPlatform().name("warm-up").daemon().start(work);
    }
}
