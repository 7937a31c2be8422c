package dev.unbraid.app.tasks;

import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Remark;

import java.util.List;

/// A job that is where the test says.
final class TestJob implements Job {
    private final Kind kind;
    private final String subject;
    private JobState state;
    private List<Remark> warnings = List.of();

    TestJob(Kind kind, String subject, JobState state) {
        this.kind = kind;
        this.subject = subject;
        this.state = state;
    }

    static TestJob separation(String subject, JobState state) {
        return new TestJob(Kind.SEPARATION, subject, state);
    }

    TestJob warning(Remark... remarks) {
        warnings = List.of(remarks);
        return this;
    }

    void be(JobState now) {
        state = now;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public JobState state() {
        return state;
    }

    @Override
    public List<Remark> warnings() {
        return warnings;
    }

    @Override
    public void cancel() {
        state = new JobState.Cancelled();
    }

    @Override
    public void pause() {
        state = new JobState.Paused(0, 0);
    }

    @Override
    public void resume() {
        state = new JobState.Waiting();
    }
}
