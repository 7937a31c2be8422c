package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;

/// Hears when jobs are over: those that failed are told, and whoever waits for one goes on.
final class JobEnds {
    private final SessionMirror session;
    private final Problems problems;
    private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Job, Runnable> waiting = new IdentityHashMap<>();

    JobEnds(SessionMirror session, Problems problems) {
        this.session = session;
        this.problems = problems;
        session.jobs().addListener((ListChangeListener<Job>) _ -> look());
        look();
    }

    /// @param then runs when the job is done; not at all if it fails or is cancelled
    void whenDone(Job job, Runnable then) {
        waiting.put(job, then);
        look();
    }

    private void look() {
        for (Job job : List.copyOf(session.jobs())) {
            if (job.state() instanceof JobState.Failed(Exception cause) && told.add(cause)) {
                problems.tell(cause);
            }
        }
        // What goes on after a job may start another.
        for (Job job : List.copyOf(waiting.keySet())) {
            JobState state = job.state();
            if (state.isOver()) {
                Runnable then = waiting.remove(job);
                if (then != null && state instanceof JobState.Done) {
                    then.run();
                }
            }
        }
    }
}
