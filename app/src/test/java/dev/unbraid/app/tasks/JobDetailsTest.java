package dev.unbraid.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import org.junit.jupiter.api.Test;

import java.io.IOException;

class FailureDetailsTest {
    @Test
    void everyCauseIsToldWithItsPlace() {
        Exception failure = new IOException("outer", new IllegalStateException("inner"));
        String details = FailureDetails.of(new TestJob(Job.Kind.EXPORT, "Über 绊", new JobState.Failed(failure)), failure);
        assertThat(details).startsWith("export: Über 绊")
                .contains("java.io.IOException: outer", "Caused by: java.lang.IllegalStateException: inner")
                .contains("\tat " + FailureDetailsTest.class.getName());
    }

    @Test
    void causesInACircleEnd() {
        Exception first = new IOException("first");
        Exception second = new IOException("second", first);
        first.initCause(second);
        assertThat(FailureDetails.of(new TestJob(Job.Kind.EXPORT, "song", new JobState.Done()), first)).contains("second");
    }
}
