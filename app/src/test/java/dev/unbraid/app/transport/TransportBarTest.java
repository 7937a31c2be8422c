package dev.unbraid.app.transport;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import dev.unbraid.app.SampleDesk;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.ui.ThemeColours;
import dev.unbraid.ui.UiResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// The transport in a real window, driven by a robot: needs a display, but no sound.
class TransportBarTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private SampleDesk sample;
    private Desk desk;
    private TransportBar bar;

    @BeforeEach
    void openWindow() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        sample = onScreen(() -> {
            Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            return new SampleDesk(folder, Locale.ENGLISH);
        });
        desk = sample.desk();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onScreen(sample::isRead));
        bar = onScreen(() -> {
            TransportBar made = new TransportBar(desk);
            Scene scene = new Scene(made, 700, 400);
            scene.getStylesheets().setAll(UiResources.stylesheets(ThemeColours.DARK));
            stage.setScene(scene);
            stage.show();
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws Exception {
        onScreen(() -> {
            sample.close();
            return true;
        });
        FxToolkit.cleanupStages();
    }

    private static <T> T onScreen(Callable<T> task) throws Exception {
        return WaitForAsyncUtils.asyncFx(task).get(20, TimeUnit.SECONDS);
    }

    private void call(Runnable wish) throws Exception {
        onScreen(() -> {
            wish.run();
            return true;
        });
    }

    private void waitForTime(String shown) throws Exception {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> robot.lookup(shown).tryQuery().isPresent());
    }

    @Test
    void aPositionCanBeTyped() throws Exception {
        Node time = robot.lookup(".ub-time").query();
        robot.clickOn(time).write("0:01.25").type(KeyCode.ENTER);
        waitForTime("0:01.250");
        assertThat(desk.playback().transport().positionFrame()).isEqualTo(55_125);
    }

    @Test
    void theEndsAndStepsStayWithinTheSong() throws Exception {
        call(bar::toEnd);
        waitForTime("0:03.000");
        call(() -> bar.nudge(-1));
        waitForTime("0:02.000");
        call(() -> bar.nudge(-5));
        waitForTime("0:00.000");
    }

    @Test
    void theLoopIsWhatIsSelectedOrTheWholeSong() throws Exception {
        call(bar::toggleLoop);
        assertThat(desk.playback().loopProperty().get()).contains(new FrameRange(0, 3 * 44_100));
        call(bar::toggleLoop);
        assertThat(desk.playback().loopProperty().get()).isEmpty();
        call(() -> desk.view().selectionProperty().set(Optional.of(new FrameRange(100, 5_000))));
        robot.clickOn(robot.lookup(".ub-transport-loop").<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(desk.playback().loopProperty().get()).contains(new FrameRange(100, 5_000));
    }

    @Test
    void playTurnsIntoPauseWhileItPlays() throws Exception {
        call(bar::toggleLoop);
        call(bar::togglePlay);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> desk.playback().positionFrameProperty().get() > 1000);
        assertThat(robot.lookup(".ub-transport-play").<Node>query().getAccessibleText()).isEqualTo("Pause");
        call(bar::togglePlay);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !desk.playback().playingProperty().get());
    }

    @Test
    void aPresetSetsTheSpeedAndTheButtonSaysSo() throws Exception {
        robot.clickOn("100 %").clickOn("75");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> robot.lookup("75 %").tryQuery().isPresent());
    }

    @Test
    void theButtonThatOpenedAPopUpClosesIt() throws Exception {
        Node pitch = robot.lookup("±0 st").query();
        robot.clickOn(pitch);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> robot.lookup("+12").tryQuery().isPresent());
        robot.clickOn(pitch);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> robot.listWindows().size() == 1);
    }
}
