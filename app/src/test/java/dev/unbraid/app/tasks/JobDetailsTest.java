package dev.unbraid.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Remark;
import org.junit.jupiter.api.Test;

import java.io.IOException;

class JobDetailsTest {
    @Test
    void everyCauseIsToldWithItsPlace() {
        Exception failure = new IOException("outer", new IllegalStateException("inner"));
        String details = JobDetails.of(new TestJob(Job.Kind.EXPORT, "Über 绊", new JobState.Failed(failure)));
        assertThat(details).startsWith("export: Über 绊")
                .contains("java.io.IOException: outer", "Caused by: java.lang.IllegalStateException: inner")
                .contains("\tat " + JobDetailsTest.class.getName());
    }

    @Test
    void warningsAreToldOfWhatIsDone() {
        TestJob job = new TestJob(Job.Kind.IMPORT, "song", new JobState.Done()).warning(new Remark.FewerChannels(6, 2));
        assertThat(JobDetails.of(job)).containsSubsequence("import: song", "Of the file's 6 channels");
    }

    @Test
    void causesInACircleEnd() {
        Exception first = new IOException("first");
        Exception second = new IOException("second", first);
        first.initCause(second);
        assertThat(JobDetails.of(new TestJob(Job.Kind.EXPORT, "song", new JobState.Failed(first)))).contains("second");
    }
}
