package dev.unbraid.session;

/// Who waits for a separation. Called on the job's thread, often.
public interface SeparateListener {
    void progress(SeparateProgress progress);

    /// Whether the job should stop; never turns back to false.
    boolean isCancelled();

    /// As [dev.unbraid.separation.RunControl#mayGoOn].
    default boolean mayGoOn() {
        return true;
    }

    /// How long it let the job wait so far while it was asked; that is no work.
    default long restedNanos() {
        return 0;
    }
}
