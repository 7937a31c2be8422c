package dev.unbraid.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Remark;
import dev.unbraid.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.collections.ListChangeListener;

class TaskBoardTest {
    private static final JobState WAITING = new JobState.Waiting();
    private static final JobState RUNNING =
            new JobState.Running("separating", OptionalDouble.of(0.5), OptionalDouble.of(9), 5, 10);
    private static final JobState FAILED = new JobState.Failed(new IOException("disk"));

    @TempDir
    private Path folder;

    private Session session;
    private SessionMirror mirror;
    private TaskBoard board;

    @BeforeEach
    void openDesk() throws Exception {
        session = new Session(folder, new NoModels(), Runnable::run);
        mirror = new SessionMirror(session);
        board = new TaskBoard(mirror);
    }

    @AfterEach
    void closeDesk() {
        session.close();
    }

    @Test
    void onlyTheSeparationsThatWaitMoveAmongThemselves() {
        Job first = TestJob.separation("first", WAITING);
        Job second = TestJob.separation("second", WAITING);
        Job other = new TestJob(Job.Kind.IMPORT, "file", WAITING);
        mirror.jobs().setAll(List.of(TestJob.separation("now", RUNNING), first, second, other));
        assertThat(board.actions(first)).containsExactly(TaskAction.MOVE_DOWN, TaskAction.CANCEL);
        assertThat(board.actions(second)).containsExactly(TaskAction.MOVE_UP, TaskAction.CANCEL);
        assertThat(board.actions(other)).containsExactly(TaskAction.CANCEL);
    }

    @Test
    void onlySeparationsPause() {
        assertThat(board.actions(TestJob.separation("song", RUNNING))).contains(TaskAction.PAUSE);
        assertThat(board.actions(new TestJob(Job.Kind.EXPORT, "song", RUNNING))).doesNotContain(TaskAction.PAUSE);
    }

    @Test
    void aFailureCanBeCopiedRetriedAndPutAway() {
        assertThat(board.actions(TestJob.separation("song", FAILED)))
                .containsExactly(TaskAction.COPY_DETAILS, TaskAction.RETRY, TaskAction.DISMISS);
    }

    @Test
    void whatRunsStandsBeforeWhatWaitsAndWhatFailed() {
        Job runs = TestJob.separation("runs", RUNNING);
        Job waits = TestJob.separation("waits", WAITING);
        Job failed = TestJob.separation("failed", FAILED);
        mirror.jobs().setAll(List.of(failed, waits, runs));
        assertThat(board.foremost()).contains(runs);
        assertThat(board.others()).isOne();
        mirror.jobs().setAll(List.of(failed, waits));
        assertThat(board.foremost()).contains(waits);
        mirror.jobs().setAll(List.of(failed));
        assertThat(board.foremost()).contains(failed);
        Job warned = new TestJob(Job.Kind.IMPORT, "warned", new JobState.Done()).warning(new Remark.FewerChannels(6, 2));
        mirror.jobs().setAll(List.of(new TestJob(Job.Kind.IMPORT, "fine", new JobState.Done()), warned));
        assertThat(board.foremost()).contains(warned);
        assertThat(board.actions(warned)).containsExactly(TaskAction.COPY_DETAILS, TaskAction.DISMISS);
        assertThat(board.isBusy()).isFalse();
    }

    @Test
    void aListThatIsSetAnewWithoutAChangeLeavesTheViewAlone() {
        List<Job> jobs = List.of(TestJob.separation("a", WAITING), TestJob.separation("b", WAITING));
        mirror.jobs().setAll(jobs);
        List<Object> changes = new ArrayList<>();
        board.jobs().addListener((ListChangeListener<Job>) changes::add);
        mirror.jobs().setAll(jobs);
        assertThat(changes).isEmpty();
    }

    @Test
    void pausingAndGoingOnReachTheJob() {
        TestJob job = TestJob.separation("song", RUNNING);
        board.perform(TaskAction.PAUSE, job);
        assertThat(job.state()).isInstanceOf(JobState.Paused.class);
        board.perform(TaskAction.RESUME, job);
        assertThat(job.state()).isEqualTo(WAITING);
        board.perform(TaskAction.CANCEL, job);
        assertThat(job.state()).isEqualTo(new JobState.Cancelled());
    }
}
