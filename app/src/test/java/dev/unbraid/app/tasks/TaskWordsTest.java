package dev.unbraid.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.separation.Loss;
import dev.unbraid.separation.Mishap;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

class TaskWordsTest {
    private final TaskWords words = new TaskWords(Locale.ENGLISH);

    private static JobState running(String phase, int step, int steps) {
        return new JobState.Running(phase, OptionalDouble.of(0.66), OptionalDouble.of(8.2), step, steps);
    }

    private String said(Job.Kind kind, JobState state) {
        return words.status(new TestJob(kind, "song", state), state);
    }

    @Test
    void aSeparationTellsTheSegmentAtHand() {
        assertThat(said(Job.Kind.SEPARATION, running("separating", 23, 35))).isEqualTo("Separating · segment 24 of 35");
        assertThat(said(Job.Kind.SEPARATION, running("separating", 35, 35))).isEqualTo("Separating · segment 35 of 35");
    }

    @Test
    void whatHasNoStepsTellsItsShare() {
        assertThat(said(Job.Kind.MODEL_INSTALL, running("downloading", 0, 0))).isEqualTo("Downloading · 66 %");
    }

    @Test
    void aPhaseOfALaterEngineIsCalledByItsKind() {
        assertThat(said(Job.Kind.EXPORT, running("polishing", 0, 0))).isEqualTo("Exporting · 66 %");
    }

    @Test
    void theTimeLeftIsToldWhileItIsKnown() {
        assertThat(words.timeLeft(running("separating", 1, 2))).contains("0:09 left");
        assertThat(words.timeLeft(new JobState.Waiting())).isEmpty();
    }

    @Test
    void aSlowPaceHasADecimalAndAQuickOneNone() {
        assertThat(words.pace(0.84)).isEqualTo("0.8× real time");
        assertThat(words.pace(26.4)).isEqualTo("26× real time");
    }

    @ParameterizedTest
    @EnumSource(Job.Kind.class)
    void everyKindHasWordsForEveryState(Job.Kind kind) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            TaskWords spoken = new TaskWords(locale);
            for (JobState state : List.of(new JobState.Waiting(), running("?", 0, 0), running("?", 1, 2),
                    new JobState.Paused(0, 0), new JobState.Paused(1, 2), new JobState.Done(),
                    new JobState.Cancelled(), new JobState.Failed(new IOException("disk")))) {
                assertThat(spoken.status(new TestJob(kind, "song", state), state)).isNotBlank();
            }
        }
    }

    @Test
    void whatHappenedToTheNetworkIsSaidInTheUsersLanguage() {
        for (Loss loss : Loss.values()) {
            for (Mishap.After after : Mishap.After.values()) {
                TestJob job = TestJob.separation("song", new JobState.Done()).warning(new Remark.NetworkLost(new Mishap(loss, "cuda:0", after, 2)));
                assertThat(words.status(job, job.state())).endsWith("1 remark");
                assertThat(words.warnings(job)).singleElement().asString().contains("network", "; it w").endsWith(".");
                assertThat(new TaskWords(Locale.SIMPLIFIED_CHINESE).warnings(job))
                        .singleElement().asString().contains("网络", "；已").endsWith("。");
            }
        }
    }

    @Test
    void whatWasStartedAgainMoreThanOnceIsCounted() {
        Mishap once = new Mishap(Loss.KILLED, "cpu", Mishap.After.THE_SAME, 1);
        TestJob job = TestJob.separation("song", new JobState.Done()).warning(new Remark.NetworkLost(once), new Remark.NetworkLost(once.times(3)));
        assertThat(words.warnings(job).get(0)).endsWith("it was started again and nothing was lost.");
        assertThat(words.warnings(job).get(1)).endsWith("it was started again, 3 times in all, and nothing was lost.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decoding", "loading-model", "separating", "writing", "downloading"})
    void everyPhaseHasWords(String phase) {
        assertThat(said(Job.Kind.SEPARATION, running(phase, 0, 0))).doesNotContain(phase);
    }
}
