package dev.unbraid.app.tasks;

import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Session;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The jobs of a session, and what can be done with each.
final class TaskBoard {
    private final SessionMirror session;
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();

    TaskBoard(SessionMirror session) {
        this.session = session;
        session.jobs().addListener((InvalidationListener) _ -> follow());
        follow();
    }

    /// A list that is set anew without a change would make a view forget where it was scrolled to.
    private void follow() {
        if (!jobs.equals(session.jobs())) {
            jobs.setAll(session.jobs());
        }
    }

    /// The next to run first, then those that are over.
    ObservableList<Job> jobs() {
        return jobs;
    }

    boolean isBusy() {
        return jobs.stream().anyMatch(job -> !job.state().isOver());
    }

    /// The one that the status bar tells of: what runs, else what rests or waits, else what failed, else what was found not
    /// quite as it should be.
    Optional<Job> foremost() {
        return first(JobState.Running.class::isInstance)
                .or(() -> first(JobState.Paused.class::isInstance))
                .or(() -> first(JobState.Waiting.class::isInstance))
                .or(() -> first(JobState.Failed.class::isInstance))
                .or(() -> jobs.stream().filter(TaskBoard::isWarned).findFirst());
    }

    /// Whether it is done, but there is something to say about it.
    static boolean isWarned(Job job) {
        return job.state() instanceof JobState.Done && TaskWords.remarks(job) > 0;
    }

    private Optional<Job> first(Predicate<JobState> where) {
        return jobs.stream().filter(job -> where.test(job.state())).findFirst();
    }

    /// How many besides the foremost are to come.
    int others() {
        return (int) Math.max(0, jobs.stream().filter(job -> !job.state().isOver()).count() - 1);
    }

    Set<TaskAction> actions(Job job) {
        boolean separates = job.kind() == Job.Kind.SEPARATION || job.kind() == Job.Kind.BATCH;
        return switch (job.state()) {
            case JobState.Waiting _ -> waiting(job);
            case JobState.Running _ -> separates
                    ? EnumSet.of(TaskAction.PAUSE, TaskAction.CANCEL) : EnumSet.of(TaskAction.CANCEL);
            case JobState.Paused _ -> EnumSet.of(TaskAction.RESUME, TaskAction.CANCEL);
            case JobState.Done _ when isWarned(job) -> EnumSet.of(TaskAction.COPY_DETAILS, TaskAction.DISMISS);
            case JobState.Done _ -> EnumSet.of(TaskAction.DISMISS);
            case JobState.Cancelled _ -> EnumSet.of(TaskAction.RETRY, TaskAction.DISMISS);
            case JobState.Failed _ -> EnumSet.of(TaskAction.COPY_DETAILS, TaskAction.RETRY, TaskAction.DISMISS);
        };
    }

    private Set<TaskAction> waiting(Job job) {
        Set<TaskAction> actions = EnumSet.of(TaskAction.CANCEL);
        List<Job> queue = queue();
        int place = queue.indexOf(job);
        if (place > 0) {
            actions.add(TaskAction.MOVE_UP);
        }
        if (place >= 0 && place < queue.size() - 1) {
            actions.add(TaskAction.MOVE_DOWN);
        }
        return actions;
    }

    /// The separations that wait.
    private List<Job> queue() {
        return jobs.stream()
                .filter(it -> it.kind() == Job.Kind.SEPARATION && it.state() instanceof JobState.Waiting)
                .toList();
    }

    /// Copying is the screen's own.
    void perform(TaskAction action, Job job) {
        Session desk = session.session();
        switch (action) {
            case MOVE_UP -> desk.reorder(job, queue().indexOf(job) - 1);
            case MOVE_DOWN -> desk.reorder(job, queue().indexOf(job) + 1);
            case PAUSE -> job.pause();
            case RESUME -> job.resume();
            case RETRY -> desk.retry(job);
            case CANCEL -> job.cancel();
            case DISMISS -> desk.dismiss(job);
            case COPY_DETAILS -> { }
        }
    }

    boolean hasFinished() {
        return jobs.stream().anyMatch(job -> job.state().isOver());
    }

    void dismissFinished() {
        List.copyOf(jobs).stream().filter(job -> job.state().isOver()).forEach(session.session()::dismiss);
    }
}
