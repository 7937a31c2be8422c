package dev.unbraid.app.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.SampleWindow;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The transport in a real window, driven by a robot: needs a display, but no sound.
class TransportBarTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private SampleWindow window;
    private Desk desk;
    private TransportBar bar;

    @BeforeEach
    void openWindow() throws Exception {
        window = SampleWindow.open(folder, 700, 400, sample -> new TransportBar(sample.desk()));
        desk = window.desk();
        bar = robot.lookup((Node it) -> it instanceof TransportBar).queryAs(TransportBar.class);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
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
        SampleWindow.call(bar::toEnd);
        waitForTime("0:03.000");
        SampleWindow.call(() -> bar.nudge(-1));
        waitForTime("0:02.000");
        SampleWindow.call(() -> bar.nudge(-5));
        waitForTime("0:00.000");
    }

    @Test
    void theLoopIsWhatIsSelectedOrTheWholeSong() throws Exception {
        SampleWindow.call(bar::toggleLoop);
        assertThat(desk.playback().loopProperty().get()).contains(new FrameRange(0, 3 * 44_100));
        SampleWindow.call(bar::toggleLoop);
        assertThat(desk.playback().loopProperty().get()).isEmpty();
        SampleWindow.call(() -> desk.view().selectionProperty().set(Optional.of(new FrameRange(100, 5_000))));
        robot.clickOn(robot.lookup(".ub-transport-loop").<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(desk.playback().loopProperty().get()).contains(new FrameRange(100, 5_000));
    }

    @Test
    void playTurnsIntoPauseWhileItPlays() throws Exception {
        SampleWindow.call(bar::toggleLoop);
        SampleWindow.call(bar::togglePlay);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> desk.playback().positionFrameProperty().get() > 1000);
        assertThat(robot.lookup(".ub-transport-play").<Node>query().getAccessibleText()).isEqualTo("Pause");
        SampleWindow.call(bar::togglePlay);
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
        // Not whether one window is left: a tip over the button is one, too.
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> robot.lookup("+12").tryQuery().isEmpty());
    }
}
