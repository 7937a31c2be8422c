package dev.unbraid.plugin;

/// The line between a long job and whoever waits for it: progress one way, the wish to stop the other.
///
/// Called on the job's thread. Cancelling is an outcome, not an error: a job that sees it ends early and says so in
/// its answer.
public interface JobControl {
    /// Whether somebody wants the job to stop; asked often, so it must be cheap. Never turns back to false.
    boolean isCancelled();

    /// Tells how far the job is. The unit is the job's own (segments, frames, bytes) and `total` may grow.
    void progress(double done, double total);
}
