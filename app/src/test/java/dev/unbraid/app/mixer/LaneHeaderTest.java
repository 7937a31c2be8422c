package dev.unbraid.app.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.app.SampleDesk;
import dev.unbraid.app.SampleWindow;
import dev.unbraid.app.controls.TestSongs;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Strip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/// Headers in a real window, driven by a robot: needs a display.
class LaneHeaderTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private SampleWindow window;
    private Desk desk;

    @BeforeEach
    void openWindow() throws Exception {
        window = SampleWindow.open(folder, 240, 500, LaneHeaderTest::headers);
        desk = window.desk();
    }

    private static VBox headers(SampleDesk sample) {
        sample.separate();
        VBox headers = new VBox();
        for (Lane lane : sample.desk().session().activeSong().orElseThrow().lanes().toList()) {
            LaneHeader header = new LaneHeader(sample.desk(), lane.id());
            header.setId(lane.stem());
            header.setMinHeight(lane.look().heightPx());
            headers.getChildren().add(header);
        }
        return headers;
    }

    @AfterEach
    void close() throws Exception {
        robot.release(KeyCode.CONTROL).release(MouseButton.PRIMARY);
        window.close();
    }

    private Node part(String stem, String style) {
        return robot.lookup("#" + stem + " ." + style).query();
    }

    private Point2D fader(String stem, double position) {
        Node fader = robot.from(robot.lookup("#" + stem).<Node>query()).lookup(".ub-fader")
                .match((Node it) -> !it.getStyleClass().contains("ub-balance")).query();
        Bounds bounds = fader.localToScreen(fader.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + 6.5 + position * (bounds.getWidth() - 13), bounds.getCenterY());
    }

    private Strip strip(String stem) {
        WaitForAsyncUtils.waitForFxEvents();
        return desk.session().activeSong().orElseThrow().lanes().filter(it -> it.stem().equals(stem))
                .findFirst().orElseThrow().strip();
    }

    private List<String> soloed() {
        WaitForAsyncUtils.waitForFxEvents();
        return desk.session().activeSong().orElseThrow().lanes().filter(it -> it.strip().soloed()).map(Lane::stem).toList();
    }

    private void undo() throws Exception {
        SampleWindow.call(() -> {
            desk.session().session().undo();
        });
    }

    @Test
    void soloAddsAndCtrlSoloIsTheOnlyOneAndClearsItself() {
        robot.clickOn(part("drums", "ub-solo")).clickOn(part("bass", "ub-solo"));
        assertThat(soloed()).containsExactly("drums", "bass");
        robot.press(KeyCode.CONTROL).clickOn(part("vocals", "ub-solo")).release(KeyCode.CONTROL);
        assertThat(soloed()).containsExactly("vocals");
        robot.press(KeyCode.CONTROL).clickOn(part("vocals", "ub-solo")).release(KeyCode.CONTROL);
        assertThat(soloed()).isEmpty();
    }

    @Test
    void aDragIsOneStepToUndo() throws Exception {
        robot.drag(fader("bass", 0.75), MouseButton.PRIMARY)
                .moveTo(fader("bass", 0.6)).moveTo(fader("bass", 0.4)).moveTo(fader("bass", 0.5)).drop();
        assertThat(strip("bass").gainDb()).isBetween(-19.0, -13.0);
        undo();
        assertThat(strip("bass")).isEqualTo(Strip.NEUTRAL);
    }

    @Test
    void twoDragsAreTwoSteps() throws Exception {
        robot.drag(fader("bass", 0.75), MouseButton.PRIMARY).dropTo(fader("bass", 0.5));
        double first = strip("bass").gainDb();
        robot.drag(fader("bass", 0.5), MouseButton.PRIMARY).dropTo(fader("bass", 0.3));
        assertThat(strip("bass").gainDb()).isLessThan(first);
        undo();
        assertThat(strip("bass").gainDb()).isEqualTo(first, within(1e-9));
    }

    @Test
    void aDoubleClickBringsZeroBack() {
        robot.drag(fader("bass", 0.75), MouseButton.PRIMARY).dropTo(fader("bass", 0.5));
        assertThat(strip("bass").gainDb()).isLessThan(-10);
        robot.doubleClickOn(fader("bass", 0.5));
        assertThat(strip("bass").gainDb()).isZero();
    }

    @Test
    void aGainCanBeTyped() {
        robot.clickOn(part("vocals", "ub-lane-value")).write("-7.5").type(KeyCode.ENTER);
        assertThat(strip("vocals").gainDb()).isEqualTo(-7.5);
    }

    @Test
    void whatIsNoGainLeavesItAsItWas() {
        robot.clickOn(part("vocals", "ub-lane-value")).write("loud").type(KeyCode.ENTER);
        assertThat(strip("vocals").gainDb()).isZero();
    }

    @Test
    void aNotchOfTheWheelIsHalfADecibel() {
        robot.moveTo(fader("drums", 0.2)).scroll(VerticalDirection.UP);
        assertThat(Math.abs(strip("drums").gainDb())).isEqualTo(0.5);
    }

    @Test
    void arrowKeysMoveTheFaderThatHasTheFocus() throws Exception {
        SampleWindow.call(() -> {
            part("other", "ub-fader").requestFocus();
        });
        robot.type(KeyCode.RIGHT, 2);
        assertThat(strip("other").pan()).isEqualTo(0.1, within(1e-9));
    }

    @Test
    void aNameCanBeChangedAndTheChangeUndone() throws Exception {
        robot.doubleClickOn(part("bass", "ub-lane-name")).write("Low end").type(KeyCode.ENTER);
        assertThat(desk.session().project().lane(TestSongs.lane("bass")).orElseThrow().name()).isEqualTo("Low end");
        undo();
        WaitForAsyncUtils.waitForFxEvents();
        robot.lookup("Bass").query();
    }

    @Test
    void muteShowsAtOnceAndUndoTakesItBack() throws Exception {
        robot.clickOn(part("other", "ub-mute"));
        assertThat(strip("other").muted()).isTrue();
        assertThat(robot.lookup("#other").<Node>query().getPseudoClassStates().toString()).contains("muted");
        undo();
        assertThat(strip("other").muted()).isFalse();
        assertThat(robot.lookup("#other").<Node>query().getPseudoClassStates().toString()).doesNotContain("muted");
    }

    @Test
    void ctrlAndAViewChangeAllLanesInOneStep() throws Exception {
        robot.moveTo(part("vocals", "ub-lane-name"));
        Node overlay = robot.from(robot.lookup("#vocals").<Node>query()).lookup(".ub-view-button").nth(2).query();
        robot.press(KeyCode.CONTROL).clickOn(overlay).release(KeyCode.CONTROL);
        assertThat(views()).containsOnly(LaneView.OVERLAY);
        undo();
        assertThat(views()).containsOnly(LaneView.WAVEFORM);
    }

    private List<LaneView> views() {
        WaitForAsyncUtils.waitForFxEvents();
        return desk.session().activeSong().orElseThrow().lanes().map(it -> it.look().view()).toList();
    }

    @Test
    void theMixTellsPeakAndLoudnessOfTheWholeSong() throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("peak −11.2 · −11.9 LUFS").tryQuery().isPresent());
    }

    @Test
    void aLowLaneHasOneRowInWhichNothingOverlaps() throws Exception {
        LaneHeader header = robot.lookup("#bass").queryAs(LaneHeader.class);
        SampleWindow.call(() -> {
            header.setMinHeight(32);
            header.setMaxHeight(32);
        });
        WaitForAsyncUtils.waitForFxEvents();
        List<Bounds> shown = header.getChildrenUnmodifiable().stream()
                .filter(it -> it.isVisible() && !it.getStyleClass().contains("ub-meter"))
                .map(Node::getBoundsInParent).sorted(Comparator.comparing(Bounds::getMinX)).toList();
        assertThat(shown).hasSize(5).allSatisfy(it -> assertThat(header.getLayoutBounds().contains(it)).isTrue());
        for (int i = 1; i < shown.size(); i++) {
            assertThat(shown.get(i).getMinX()).isGreaterThanOrEqualTo(shown.get(i - 1).getMaxX() - 1);
        }
    }

    @Test
    void fiveMetersCostLessThanAThirdOfAMillisecondAFrame() throws Exception {
        List<LevelMeter> meters = List.copyOf(robot.lookup(".ub-meter").<LevelMeter>queryAll());
        assertThat(meters).hasSize(5);
        long nanos = SampleWindow.onScreen(() -> {
            for (int i = 0; i < 300; i++) {
                meters.forEach(it -> it.follow(true, 1 / 60.0));
            }
            long start = System.nanoTime();
            for (int i = 0; i < 300; i++) {
                meters.forEach(it -> it.follow(true, 1 / 60.0));
            }
            return (System.nanoTime() - start) / 300;
        });
        assertThat(nanos).isLessThan(300_000);
    }
}
