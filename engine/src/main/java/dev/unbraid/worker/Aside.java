package dev.unbraid.worker;

import dev.unbraid.audio.RuleException;

/// Threads that listen to a pipe.
@RuleException(rule = "threads", value = "A pipe cannot be waited for with a limit; each thread ends with its pipe.")
final class Aside {
    private Aside() {}

    /// Keeps no process alive.
    static Thread start(String name, Runnable task) {
        return Thread.ofPlatform().name(name).daemon().start(task);
    }
}
