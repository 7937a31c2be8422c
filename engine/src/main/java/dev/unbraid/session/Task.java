package dev.unbraid.session;

import dev.unbraid.project.Project;

/// What a job does.
interface Task {
    /// How the user will find it named while it begins, as in [JobState.Running#phase].
    String firstPhase();

    /// Does it, on a thread of a [WorkQueue].
    ///
    /// @return how it ended: done or cancelled; failing is throwing
    JobState run(DeskJob job) throws Exception;

    /// Brings what was done, or not done, into the document. On the session's thread, before anybody hears of the end;
    /// also for a job that was cancelled before it began.
    default void ended(JobState how) {}

    /// The document has changed while the job is on the list. On the session's thread.
    default void documentChanged(Project now, DeskJob job) {}
}
