package dev.unbraid.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.app.mirror.FollowMode;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Song;
import dev.unbraid.ui.ThemeColours;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display: run under xvfb-run")
class TimelineWindowTest {
    /// A gesture comes back from the window system a frame or two later.
    private static final int HEARD_FRAMES = 4;
    private static final int RATE = SoundFiles.RATE;
    private static final double LEFT = Row.HEADER_PX;
    private static final double ROWS_TOP = OverviewStrip.HEIGHT_PX + RulerView.HEIGHT_PX;

    @TempDir
    private static Path folder;

    private static Rig rig;
    private static Song song;
    private static double windowX;
    private static double windowY;

    /// Nine seconds: silence, a low tone and a high one together, silence; the tones are also the stems.
    @BeforeAll
    static void openASong() throws Exception {
        rig = Rig.open(folder.resolve("desk"), ThemeColours.DARK, 1_132, 700);
        Path low = SoundFiles.write(folder.resolve("low.wav"), 9 * RATE, f -> tone(f, 150), f -> tone(f, 150));
        Path high = SoundFiles.write(folder.resolve("high.wav"), 9 * RATE, f -> tone(f, 6_000), f -> tone(f, 6_000));
        SoundFiles.Curve both = f -> tone(f, 150) + tone(f, 6_000);
        Path mix = SoundFiles.write(folder.resolve("mix.wav"), 9 * RATE, both, both);
        song = rig.open(mix, List.of("bass", "vocals"), List.of(low, high));
        rig.settle();
        Rig.onScreen(() -> {
            windowX = rig.stage.getX() + rig.stage.getScene().getX();
            windowY = rig.stage.getY() + rig.stage.getScene().getY();
        });
    }

    private static double tone(long frame, double hz) {
        return frame < 3 * RATE || frame >= 6 * RATE ? 0 : 0.4 * Math.sin(2 * Math.PI * hz * frame / RATE);
    }

    @AfterAll
    static void close() throws Exception {
        rig.close();
    }

    @BeforeEach
    void showAll() throws Exception {
        Rig.onScreen(() -> {
            rig.view.clearSelection();
            rig.view.fit();
            song.lanes().forEach(it -> rig.session.amend(new Edit.SetLook(it.id(), it.look().withView(LaneView.WAVEFORM))));
        });
        rig.settle();
    }

    private static int pixel(WritableImage image, double x, double y) {
        return image.getPixelReader().getArgb((int) (LEFT + x), (int) y);
    }

    private static WritableImage screen() throws Exception {
        return Rig.onScreenThread(() -> rig.stage.getScene().snapshot(null));
    }

    private static <T> T ask(Callable<T> question) throws Exception {
        return Rig.onScreenThread(question);
    }

    private static void robot(Consumer<Robot> gesture) throws Exception {
        Rig.onScreen(() -> gesture.accept(new Robot()));
        Rig.frames(HEARD_FRAMES);
    }

    private static void drag(double fromX, double fromY, double toX, double toY, KeyCode... held) throws Exception {
        robot(it -> {
            it.mouseMove(windowX + LEFT + fromX, windowY + fromY);
            List.of(held).forEach(it::keyPress);
            it.mousePress(MouseButton.PRIMARY);
        });
        for (int step = 1; step <= 5; step++) {
            double share = step / 5.0;
            robot(it -> it.mouseMove(
                    windowX + LEFT + fromX + (toX - fromX) * share, windowY + fromY + (toY - fromY) * share));
        }
        robot(it -> {
            it.mouseRelease(MouseButton.PRIMARY);
            List.of(held).forEach(it::keyRelease);
        });
    }

    @Test
    void aWaveformIsWhereSoundIs() throws Exception {
        WritableImage image = screen();
        // The upper channel of the mix: its middle is at a quarter of 103 pixels, a loud column reaches up and down.
        double middle = ROWS_TOP + 25;
        int background = ThemeColours.DARK.background();
        for (double x : List.of(50.0, 250.0, 650.0, 850.0)) {
            assertThat(pixel(image, x, middle - 12)).as("silence at %s", x).isEqualTo(background);
        }
        for (double x : List.of(320.0, 450.0, 580.0)) {
            assertThat(pixel(image, x, middle - 12)).as("sound at %s", x).isNotEqualTo(background);
            assertThat(pixel(image, x, middle)).as("sound at %s", x).isEqualTo(ThemeColours.DARK.mix());
        }
    }

    @Test
    void aSpectrogramIsBrightAtTheToneAndDarkElsewhere() throws Exception {
        Lane bass = song.stems().getFirst();
        Rig.onScreen(() -> rig.session.amend(new Edit.SetLook(bass.id(), bass.look().withView(LaneView.SPECTROGRAM))));
        rig.settle();
        WritableImage image = screen();
        double top = ROWS_TOP + 104 + mapHeight();
        double up = Paints.of(rig.desk.view()).axis().upOf(150);
        assertThat(pixel(image, 450, top + 91 * (1 - up)) >> 16 & 0xff).isGreaterThan(200);
        assertThat(pixel(image, 450, top + 20) >> 16 & 0xff).isLessThan(30);
        assertThat(pixel(image, 100, top + 91 * (1 - up)) >> 16 & 0xff).isLessThan(30);
    }

    private double mapHeight() throws Exception {
        return Rig.onScreenThread(() -> ((Region) rig.view.lookup("#stem-map-" + song.id().value())).getHeight());
    }

    @Test
    void aBoxIsDrawnAsLargeAsItsTimeAndItsBand() throws Exception {
        Rig.onScreen(() -> rig.desk.view().boxProperty().set(Optional.of(
                new BoxSelection(song.mix().id(), BoxSelection.Picture.SOUND, new FrameRange(3 * RATE, 6 * RATE), 150, 6_000))));
        rig.settle();
        Region box = ask(() -> (Region) rig.view.lookup(".timeline-box"));
        double up = Paints.of(rig.desk.view()).axis().upOf(6_000) - Paints.of(rig.desk.view()).axis().upOf(150);
        assertThat(ask(box::getWidth)).isCloseTo(300, within(2.0));
        assertThat(ask(box::getHeight)).isCloseTo(up * mapHeight(), within(3.0));
    }

    @Test
    void theStemMapGrowsWithTheWindowAndWithNothingElse() throws Exception {
        double before = mapHeight();
        Rig.onScreen(() -> rig.session.amend(new Edit.SetLook(song.mix().id(), song.mix().look().withHeightPx(60))));
        assertThat(mapHeightIn(0)).isEqualTo(before);
        assertThat(mapHeightIn(60)).isEqualTo(before + 60);
        assertThat(mapHeightIn(0)).isEqualTo(before);
    }

    @Test
    void aStemMapThatWasStretchedThereAndBackStillGrowsWithTheWindow() throws Exception {
        double before = mapHeight();
        stretch(40);
        assertThat(mapHeightIn(0)).isEqualTo(Math.rint(before * 1.1));
        stretch(-40);
        assertThat(mapHeightIn(60)).isEqualTo(before + 60);
    }

    @Test
    void aStemMapThatWasDraggedStaysSoAndIsRememberedUntilADoubleClick() throws Exception {
        double before = mapHeight();
        double edge = ROWS_TOP + song.mix().look().heightPx() + before - 2;
        drag(100, edge, 100, edge + 40);
        assertThat(mapHeightIn(0)).isEqualTo(before + 40);
        assertThat(mapHeightIn(60)).isEqualTo(before + 40);
        assertThat(rig.desk.settings().get().window().stemMapPx()).isEqualTo((int) before + 40);
        robot(it -> {
            it.mouseMove(windowX + LEFT + 100, windowY + edge + 40);
            it.mouseClick(MouseButton.PRIMARY);
            it.mouseClick(MouseButton.PRIMARY);
        });
        assertThat(mapHeightIn(0)).isEqualTo(before);
        assertThat(rig.desk.settings().get().window().stemMapPx()).isZero();
    }

    /// How high the map is where the timeline is higher by `more`. Laid out by hand: a system resizes a window when it likes.
    private double mapHeightIn(double more) throws Exception {
        return ask(() -> {
            double height = rig.view.getHeight();
            rig.view.resize(rig.view.getWidth(), height + more);
            rig.view.layout();
            double map = ((Region) rig.view.lookup("#stem-map-" + song.id().value())).getHeight();
            rig.view.resize(rig.view.getWidth(), height);
            rig.view.layout();
            return map;
        });
    }

    @Test
    void zoomingToABoxOfAnotherSampleRateShowsIt() throws Exception {
        SoundFiles.Curve silence = _ -> 0;
        Song other = rig.open(SoundFiles.write(folder.resolve("coarse.wav"), RATE / 2, 9 * RATE / 2, silence, silence));
        try {
            Rig.onScreen(() -> {
                rig.session.activate(song.id());
                rig.desk.view().boxProperty().set(Optional.of(new BoxSelection(
                        other.mix().id(), BoxSelection.Picture.SOUND, new FrameRange(4 * RATE / 2, 6 * RATE / 2), 150, 6_000)));
            });
            rig.settle();
            Rig.onScreen(rig.view::zoomToSelection);
            assertThat(ask(() -> rig.view.viewport().xOf(4L * RATE))).isBetween(0.0, 40.0);
            assertThat(ask(() -> rig.view.viewport().xOf(6L * RATE))).isBetween(860.0, 900.0);
        } finally {
            Rig.onScreen(() -> rig.session.amend(new Edit.RemoveSong(other.id())));
        }
    }

    @Test
    void aClickInTheRulerMovesThePlayhead() throws Exception {
        robot(it -> {
            it.mouseMove(windowX + LEFT + 300, windowY + OverviewStrip.HEIGHT_PX + 10);
            it.mouseClick(MouseButton.PRIMARY);
        });
        assertThat(rig.transport.positionFrame()).isCloseTo(3 * RATE, within((long) RATE / 50));
        Node playhead = rig.stage.getScene().lookup("#playhead");
        assertThat(ask(() -> playhead.localToScene(1, 0).getX())).isCloseTo(LEFT + 300, within(2.0));
    }

    @Test
    void aPlayheadThatIsPutOutOfSightIsFollowed() throws Exception {
        Rig.onScreen(() -> {
            rig.transport.seek(0);
            rig.view.zoom(0, 4);
        });
        Rig.frames(2);
        assertThat(ask(() -> rig.view.viewport().xOf(8L * RATE))).isGreaterThan(900);
        Rig.onScreen(() -> rig.transport.seek(8 * RATE));
        Rig.until(() -> rig.view.viewport().xOf(8L * RATE) >= 0 && rig.view.viewport().xOf(8L * RATE) <= 900);
    }

    @Test
    void theWheelWithControlZoomsAtThePointer() throws Exception {
        double before = ask(() -> rig.view.viewport().frameAt(600));
        Rig.onScreen(() -> Event.fireEvent(rig.view, new ScrollEvent(ScrollEvent.SCROLL, LEFT + 600, 200, 0, 0,
                false, true, false, false, false, false, 0, 120, 0, 120,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
        assertThat(ask(() -> rig.view.viewport().frameAt(600))).isCloseTo(before, within(1.0));
        assertThat(ask(() -> rig.view.viewport().framesPerPixel())).isCloseTo(9.0 * RATE / 900 / Math.pow(1.25, 3), within(0.1));
    }

    @Test
    void aDragSelectsTimeAndItsEdgesCanBeMoved() throws Exception {
        drag(200, ROWS_TOP + 30, 400, ROWS_TOP + 50);
        FrameRange first = rig.desk.view().selectionProperty().get().orElseThrow();
        assertThat(first.start()).isCloseTo(2 * RATE, within((long) RATE / 50));
        assertThat(first.end()).isCloseTo(4 * RATE, within((long) RATE / 50));
        Node shown = rig.stage.getScene().lookup("#selection");
        assertThat(ask(() -> shown.localToScene(shown.getBoundsInLocal()).getMinX())).isCloseTo(LEFT + 200, within(2.0));
        assertThat(ask(() -> shown.localToScene(shown.getBoundsInLocal()).getMaxX())).isCloseTo(LEFT + 400, within(2.0));
        drag(400, ROWS_TOP + 30, 500, ROWS_TOP + 30);
        FrameRange second = rig.desk.view().selectionProperty().get().orElseThrow();
        assertThat(second.start()).isEqualTo(first.start());
        assertThat(second.end()).isCloseTo(5 * RATE, within((long) RATE / 50));
    }

    @Test
    void aDragWithShiftOnTheStemMapSelectsABoxOfTimeAndFrequency() throws Exception {
        drag(350, ROWS_TOP + 104 + 10, 550, ROWS_TOP + 104 + 80, KeyCode.SHIFT);
        BoxSelection box = rig.desk.view().boxProperty().get().orElseThrow();
        assertThat(box.lane()).isEqualTo(song.mix().id());
        assertThat(box.range().start()).isCloseTo((long) (3.5 * RATE), within((long) RATE / 50));
        assertThat(box.highHz()).isGreaterThan(6_000);
        assertThat(box.lowHz()).isBetween(500.0, 6_000.0);
        assertThat(rig.desk.view().selectionProperty().get()).isEmpty();
        Node shown = rig.stage.getScene().lookup("#box");
        assertThat(ask(() -> shown.getBoundsInLocal().getWidth())).isCloseTo(200, within(3.0));
        assertThat(ask(() -> shown.getBoundsInLocal().getHeight())).isCloseTo(70, within(3.0));
    }

    @Test
    void aClickOnTheStemMapSolosItsOwnerAndControlAddsAnother() throws Exception {
        double mapTop = ROWS_TOP + 104;
        var axis = Paints.of(rig.desk.view()).axis();
        click(450, mapTop + 187 * (1 - axis.upOf(6_000)));
        assertThat(soloed()).containsExactly("vocals");
        robot(it -> it.keyPress(KeyCode.CONTROL));
        click(450, mapTop + 187 * (1 - axis.upOf(150)));
        robot(it -> it.keyRelease(KeyCode.CONTROL));
        assertThat(soloed()).containsExactly("bass", "vocals");
        Rig.onScreen(() -> {
            rig.session.undo();
            rig.session.undo();
        });
        assertThat(soloed()).isEmpty();
    }

    private static void click(double x, double y) throws Exception {
        robot(it -> {
            it.mouseMove(windowX + LEFT + x, windowY + y);
            it.mouseClick(MouseButton.PRIMARY);
        });
    }

    private static List<String> soloed() throws Exception {
        return ask(() -> rig.session.project().song(song.id()).orElseThrow().stems().stream()
                .filter(it -> it.strip().soloed()).map(Lane::stem).toList());
    }

    @Test
    void theReadOutNamesThePitchAndItsOwner() throws Exception {
        var axis = Paints.of(rig.desk.view()).axis();
        robot(it -> it.mouseMove(windowX + LEFT + 450, windowY + ROWS_TOP + 104 + 187 * (1 - axis.upOf(6_000))));
        robot(it -> it.mouseMove(windowX + LEFT + 451, windowY + ROWS_TOP + 104 + 187 * (1 - axis.upOf(6_000))));
        List<String> texts = ask(() -> rig.view.lookupAll(".timeline-card .label").stream()
                .filter(Node::isManaged).map(it -> ((Label) it).getText()).toList());
        assertThat(texts).contains("F♯8 +23 ct", "Vocals 100 %");
        assertThat(Optional.of(texts.getFirst())).hasValueSatisfying(it -> assertThat(it).startsWith("0:04.5"));
    }

    /// On the JavaFX thread.
    private static String cardTime() {
        return ((Label) rig.view.lookupAll(".timeline-card .label").iterator().next()).getText();
    }

    @Test
    void theReadOutGoesWhenAHeaderIsPointedAtThatHearsAlone() throws Exception {
        Node header = ask(() -> rig.view.lookup("#header-" + song.mix().id().value()));
        Rig.onScreen(() -> header.setOnMouseMoved(Event::consume));
        robot(it -> it.mouseMove(windowX + LEFT + 450, windowY + ROWS_TOP + 40));
        robot(it -> it.mouseMove(windowX + LEFT + 451, windowY + ROWS_TOP + 40));
        assertThat(ask(() -> rig.view.lookup(".timeline-card").isVisible())).isTrue();
        robot(it -> it.mouseMove(windowX + 30, windowY + ROWS_TOP + 20));
        Rig.until(() -> !rig.view.lookup(".timeline-card").isVisible());
    }

    @Test
    void theReadOutStaysWithThePointerWhileTheSongMovesUnderIt() throws Exception {
        Rig.onScreen(() -> rig.view.zoom(0, 3));
        robot(it -> it.mouseMove(windowX + LEFT + 450, windowY + ROWS_TOP + 40));
        robot(it -> it.mouseMove(windowX + LEFT + 451, windowY + ROWS_TOP + 40));
        assertThat(ask(TimelineWindowTest::cardTime)).startsWith("0:01.5");
        Rig.onScreen(() -> rig.view.scrollBy(1 / 3.0));
        Rig.until(() -> cardTime().startsWith("0:02.5"));
        assertThat(ask(() -> rig.view.lookup(".timeline-card").isVisible())).isTrue();
    }

    @Test
    void aClickIntoASongOfAnotherSampleRatePutsThePlayheadUnderThePointer() throws Exception {
        SoundFiles.Curve silence = _ -> 0;
        Song other = rig.open(SoundFiles.write(folder.resolve("slow.wav"), RATE / 2, 9 * RATE / 2, silence, silence));
        try {
            Rig.onScreen(() -> rig.session.activate(song.id()));
            rig.settle();
            Node row = rig.stage.getScene().lookup("#lane-" + other.mix().id().value());
            double y = ask(() -> row.localToScene(0, 20).getY());
            click(600, y);
            assertThat(ask(() -> rig.session.project().active())).contains(other.id());
            Rig.until(() -> Math.abs(rig.transport.positionFrame() - 6 * RATE / 2) < RATE / 50);
            Rig.frames(2);
            Node playhead = rig.stage.getScene().lookup("#playhead");
            assertThat(ask(() -> playhead.localToScene(1, 0).getX())).isCloseTo(LEFT + 600, within(2.0));
        } finally {
            Rig.onScreen(() -> rig.session.amend(new Edit.RemoveSong(other.id())));
        }
    }

    @Test
    void aPinchZoomsBetweenTheFingers() throws Exception {
        double before = ask(() -> rig.view.viewport().frameAt(600));
        double wide = ask(() -> rig.view.viewport().framesPerPixel());
        Rig.onScreen(() -> Event.fireEvent(rig.view, new ZoomEvent(ZoomEvent.ZOOM, LEFT + 600, 200, 0, 0,
                false, false, false, false, true, false, 2, 2, null)));
        assertThat(ask(() -> rig.view.viewport().frameAt(600))).isCloseTo(before, within(1.0));
        assertThat(ask(() -> rig.view.viewport().framesPerPixel())).isCloseTo(wide / 2, within(0.1));
    }

    private static int heightPx(Lane lane) throws Exception {
        return ask(() -> rig.session.project().lane(lane.id()).orElseThrow().look().heightPx());
    }

    private static void stretch(double turned) throws Exception {
        Rig.onScreen(() -> Event.fireEvent(rig.view, new ScrollEvent(ScrollEvent.SCROLL, LEFT + 600, 200, 0, 0,
                true, true, false, false, false, false, 0, turned, 0, turned,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    @Test
    void theWheelWithControlAndShiftMakesLanesHigherAndLower() throws Exception {
        double wide = ask(() -> rig.view.viewport().framesPerPixel());
        Lane bass = song.stems().getFirst();
        stretch(40);
        assertThat(heightPx(song.mix())).isEqualTo((int) Math.round(song.mix().look().heightPx() * 1.1));
        assertThat(heightPx(bass)).isEqualTo((int) Math.round(bass.look().heightPx() * 1.1));
        assertThat(ask(() -> rig.view.viewport().framesPerPixel())).isEqualTo(wide);
        stretch(-40);
        assertThat(heightPx(song.mix())).isEqualTo(song.mix().look().heightPx());
    }

    @Test
    void aLanesLowerEdgeIsDraggedToMakeItHigher() throws Exception {
        double edge = ROWS_TOP + song.mix().look().heightPx() - 2;
        drag(100, edge, 100, edge + 40);
        assertThat(heightPx(song.mix())).isEqualTo(song.mix().look().heightPx() + 40);
        assertThat(rig.desk.view().selectionProperty().get()).isEmpty();
        drag(100, edge + 40, 100, edge - 300);
        assertThat(heightPx(song.mix())).isEqualTo(LaneLook.LOWEST_PX);
    }

    @Test
    void theFrameInTheOverviewIsMovedAndItsEndsAreDragged() throws Exception {
        Rig.onScreen(() -> rig.view.zoom(0, 3));
        Rig.frames(2);
        drag(300, 20, 450, 20);
        assertThat(ask(() -> rig.view.viewport().startFrame())).isCloseTo(0, within(1.0));
        assertThat(ask(() -> rig.view.viewport().frameAt(900))).isCloseTo(4.5 * RATE, within(RATE / 20.0));
        drag(225, 20, 325, 20);
        assertThat(ask(() -> rig.view.viewport().startFrame())).isCloseTo(RATE, within(RATE / 20.0));
        assertThat(ask(() -> rig.view.viewport().frameAt(900))).isCloseTo(5.5 * RATE, within(RATE / 20.0));
        drag(100, 20, 200, 20);
        assertThat(ask(() -> rig.view.viewport().startFrame())).isCloseTo(2 * RATE, within(RATE / 20.0));
        assertThat(ask(() -> rig.view.viewport().frameAt(900))).isCloseTo(5.5 * RATE, within(RATE / 20.0));
    }

    @Test
    void followedSmoothlyThePlayheadStandsStillAndTheSongMoves() throws Exception {
        Rig.onScreen(() -> {
            rig.desk.view().followModeProperty().set(FollowMode.SMOOTH);
            rig.view.zoom(0, 4);
            rig.transport.seek(4 * RATE);
        });
        Rig.until(() -> Math.abs(rig.view.viewport().xOf(4L * RATE) - 450) < 2);
        double start = ask(() -> rig.view.viewport().startFrame());
        try {
            Rig.onScreen(rig.transport::play);
            Rig.until(() -> rig.view.viewport().startFrame() > start + RATE / 10.0);
            assertThat(ask(() -> rig.view.viewport().xOf(rig.desk.playback().positionFrameProperty().get())))
                    .isCloseTo(450, within(2.0));
        } finally {
            Rig.onScreen(() -> {
                rig.transport.pause();
                rig.desk.view().followModeProperty().set(FollowMode.PAGE);
            });
        }
    }
}
