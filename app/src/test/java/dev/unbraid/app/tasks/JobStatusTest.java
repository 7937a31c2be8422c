package dev.unbraid.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestWindow;
import dev.unbraid.app.problems.RemarkWords;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Remark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.text.Text;

@DisabledIf("thereIsNoDisplay")
class JobStatusTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(folder, new NoModels(), JobStatus::new);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static JobState running(int step) {
        return new JobState.Running("separating", OptionalDouble.of(step / 35.0), OptionalDouble.of(35 - step), step, 35);
    }

    private static String line() throws Exception {
        return TestWindow.ask(() -> TestWindow.shown(JobStatus.class).getFirst().getAccessibleText());
    }

    @Test
    void progressIsReadFromTheJobWithoutBeingTold() throws Exception {
        TestJob job = TestJob.separation("song", running(3));
        TestWindow.tell(() -> window.desk().session().jobs().setAll(List.of(job)));
        TestWindow.until(() -> line().equals("Separating · segment 4 of 35"));
        TestWindow.tell(() -> job.be(running(20)));
        TestWindow.until(() -> line().equals("Separating · segment 21 of 35"));
    }

    @Test
    void aPressOnItsProgressOpensTheList() throws Exception {
        TestWindow.tell(() -> window.desk().session().jobs().setAll(List.of(TestJob.separation("song", running(3)))));
        robot.clickOn(TestWindow.ask(() -> TestWindow.shown(ProgressBar.class).getFirst()));
        TestWindow.until(() -> !TestWindow.shown(TaskCell.class).isEmpty());
    }

    @Test
    void fiveHundredJobsTakeTheNodesOfThoseInSight() throws Exception {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            jobs.add(TestJob.separation("song " + i, new JobState.Waiting()));
        }
        TestWindow.tell(() -> window.desk().session().jobs().setAll(jobs));
        robot.clickOn(TestWindow.ask(() -> TestWindow.shown(JobStatus.class).getFirst()));
        TestWindow.until(() -> TestWindow.shown(TaskCell.class).size() > 3);
        TestWindow.tell(() -> TestWindow.shown(ListView.class).getFirst().scrollTo(400));
        TestWindow.until(() -> TestWindow.shown(TaskCell.class).stream()
                .anyMatch(it -> it.getAccessibleText().startsWith("song 400")));
        assertThat(TestWindow.ask(() -> TestWindow.shown(TaskCell.class).size())).isLessThan(20);
    }

    @Test
    void warningsStayReadableAfterTheJobIsDone() throws Exception {
        Remark lengthy = new Remark.Unlocked("A song with a title that goes on and on, as some of them do, ".repeat(6).strip());
        Remark channels = new Remark.FewerChannels(6, 2);
        RemarkWords remarks = new RemarkWords(Locale.ENGLISH);
        String words = remarks.of(lengthy);
        TestJob job = new TestJob(Job.Kind.IMPORT, "song", new JobState.Done()).warning(lengthy, channels);
        TestWindow.tell(() -> window.desk().session().jobs().setAll(List.of(job)));
        TestWindow.until(() -> line().equals("Open · done, with 2 remarks"));
        robot.clickOn(TestWindow.ask(() -> TestWindow.shown(JobStatus.class).getFirst()));
        TestWindow.until(() -> TestWindow.shown(Text.class).stream().anyMatch(it -> it.getText().equals(words + "\n" + remarks.of(channels))));
        TaskCell cell = TestWindow.ask(() -> TestWindow.shown(TaskCell.class).getFirst());
        assertThat(TestWindow.ask(() -> cell.getWidth() <= cell.getListView().getWidth())).isTrue();
        Text shown = TestWindow.ask(() -> TestWindow.shown(Text.class).stream().filter(it -> it.getText().startsWith(words)).findFirst().orElseThrow());
        assertThat(TestWindow.ask(() -> cell.localToScreen(cell.getLayoutBounds()).contains(shown.localToScreen(shown.getLayoutBounds()))))
                .as("all of it lies in its row").isTrue();
    }

    @Test
    void aJobIsCancelledInItsRow() throws Exception {
        TestJob job = TestJob.separation("song", running(3));
        TestWindow.tell(() -> window.desk().session().jobs().setAll(List.of(job)));
        robot.clickOn(TestWindow.ask(() -> TestWindow.shown(JobStatus.class).getFirst()));
        TestWindow.until(() -> !TestWindow.shown(TaskCell.class).isEmpty());
        robot.clickOn(TestWindow.ask(() -> TestWindow.shown(Button.class).stream()
                .filter(it -> "Cancel".equals(it.getAccessibleText())).findFirst().orElseThrow()));
        TestWindow.until(() -> job.state().equals(new JobState.Cancelled()));
        TestWindow.until(() -> TestWindow.shown(TaskCell.class).stream()
                .anyMatch(it -> it.getAccessibleText().equals("song. Separation · cancelled")));
    }
}
