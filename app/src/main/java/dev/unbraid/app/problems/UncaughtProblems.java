package dev.unbraid.app.problems;

/// Catches what nobody caught: it is logged and shown, and the window lives on.
public final class UncaughtProblems implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(UncaughtProblems.class.getName());

    private final Problems problems;

    public UncaughtProblems(Problems problems) {
        this.problems = problems;
    }

    /// From now on for all threads that have no handler of their own, the calling one among them.
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
        Thread.currentThread().setUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.log(System.Logger.Level.ERROR, "uncaught on " + thread.getName(), thrown);
        problems.tell(thrown);
    }
}
