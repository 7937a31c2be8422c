package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/// The main job without a mouse.
@NeedsDisplay
class KeyboardTest {
    private static final int RATE = Sounds.RATE;
    private static final int MOST_STOPS = 150;

    @TempDir
    Path folder;

    private WindowUnderTest window() throws Exception {
        return WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()));
    }

    private WindowUnderTest windowWithStems() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 4);
        WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()), file);
        window.awaitSongs(1);
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.awaitEnd(Job.Kind.SEPARATION);
        Screen.until("stems are there", () -> window.session().project().activeSong().orElseThrow().stems().size() == 4);
        window.settle();
        return window;
    }

    @Test
    void theFirstSongIsOpenedAndPlayed() throws Exception {
        try (WindowUnderTest window = window()) {
            tabTo(window, "empty-demo");
            window.press(KeyCode.SPACE);
            window.awaitSongs(1);
            window.press(KeyCode.SPACE);
            Screen.until("it plays", () -> window.desk().playback().transport().isPlaying());
            window.press(KeyCode.SPACE);
            Screen.until("it rests", () -> !window.desk().playback().transport().isPlaying());
        }
    }

    private static void tabTo(WindowUnderTest window, String id) {
        for (int i = 0; i < MOST_STOPS; i++) {
            if (Optional.of(id).equals(focused(window.stage().getScene()).map(Node::getId))) {
                return;
            }
            window.press(KeyCode.TAB);
        }
        throw new AssertionError("no key leads to " + id);
    }

    private static Optional<Node> focused(Scene scene) {
        return Screen.ask(() -> Optional.ofNullable(scene.getFocusOwner()));
    }

    @Test
    void stemsAreMixedAndLookedAtBySingleKeys() throws Exception {
        try (WindowUnderTest window = windowWithStems()) {
            window.press(KeyCode.DIGIT2);
            assertThat(window.song().stems().get(1).strip().soloed()).isTrue();
            window.press(KeyCode.DIGIT2);
            LaneId last = window.song().stems().getLast().id();
            for (int i = 0; i < 8; i++) {
                window.press(KeyCode.DOWN);
            }
            assertThat(Screen.ask(() -> window.desk().view().selectedLaneProperty().get())).contains(last);
            window.press(KeyCode.M);
            window.press(KeyCode.S);
            window.press(KeyCode.CONTROL, KeyCode.UP);
            window.press(KeyCode.CONTROL, KeyCode.UP);
            window.press(KeyCode.CONTROL, KeyCode.DOWN);
            Lane lane = window.song().stems().getLast();
            assertThat(lane.strip().muted()).isTrue();
            assertThat(lane.strip().soloed()).isTrue();
            assertThat(lane.strip().gainDb()).isEqualTo(1);
        }
    }

    @Test
    void aStretchIsSelectedLoopedAndLookedAt() throws Exception {
        try (WindowUnderTest window = windowWithStems()) {
            window.press(KeyCode.RIGHT);
            window.press(KeyCode.OPEN_BRACKET);
            window.press(KeyCode.RIGHT);
            window.press(KeyCode.CLOSE_BRACKET);
            FrameRange second = new FrameRange(RATE, 2 * RATE);
            assertThat(selection(window)).contains(second);
            window.press(KeyCode.L);
            assertThat(Screen.ask(() -> window.desk().playback().loopProperty().get())).contains(second);
            WritableImage all = window.picture(window.song().mix());
            window.press(KeyCode.E);
            Screen.frames(3);
            WritableImage near = window.picture(window.song().mix());
            assertThat(alike(all, near)).as("it came closer").isFalse();
            window.press(KeyCode.PAGE_DOWN);
            Screen.frames(3);
            WritableImage later = window.picture(window.song().mix());
            assertThat(alike(near, later)).as("it went on").isFalse();
            window.press(KeyCode.PAGE_UP);
            Screen.frames(3);
            assertThat(alike(later, window.picture(window.song().mix()))).as("it came back").isFalse();
            window.press(KeyCode.ESCAPE);
            assertThat(selection(window)).isEmpty();
            window.press(KeyCode.CONTROL, KeyCode.A);
            assertThat(selection(window)).contains(new FrameRange(0, 4 * RATE));
        }
    }

    private static Optional<FrameRange> selection(WindowUnderTest window) {
        return Screen.ask(() -> window.desk().view().selectionProperty().get());
    }

    @Test
    void stemsAreExported() throws Exception {
        try (WindowUnderTest window = windowWithStems()) {
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.awaitText("drums.wav");
            window.focusNewest();
            window.press(KeyCode.ENTER);
            assertThat(window.awaitEnd(Job.Kind.EXPORT).state()).isEqualTo(new JobState.Done());
            assertThat(folder.resolve("song").resolve("drums.wav")).isRegularFile();
        }
    }

    @Test
    void whateverOpensClosesByEscapeAndTheFocusIsWhereItWas() throws Exception {
        try (WindowUnderTest window = windowWithStems()) {
            Screen.tell(() -> window.desk().view().selectionProperty().set(Optional.of(new FrameRange(RATE, 2 * RATE))));
            for (List<KeyCode> keys : List.of(
                    List.of(KeyCode.CONTROL, KeyCode.COMMA), List.of(KeyCode.CONTROL, KeyCode.E),
                    List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B), List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T),
                    List.of(KeyCode.F1))) {
                Screen.tell(() -> window.stage().requestFocus());
                window.press(KeyCode.TAB);
                Node before = focused(window.stage().getScene()).orElseThrow();
                int windows = Screen.ask(() -> Window.getWindows().size());
                long words = Screen.ask(() -> WindowUnderTest.read().count());
                window.press(keys.toArray(KeyCode[]::new));
                Screen.until(keys + " opens something", () -> WindowUnderTest.read().count() > words + 3);
                window.focusNewest();
                window.press(KeyCode.ESCAPE);
                Screen.until(keys + " closes", () -> Window.getWindows().size() == windows
                        && WindowUnderTest.read().count() <= words + 3);
                Screen.tell(() -> window.stage().requestFocus());
                assertThat(focused(window.stage().getScene())).as("focus after %s", keys).contains(before);
            }
        }
    }

    /// Each stop of the Tab key lies in sight, can be named, and looks otherwise than without the focus.
    @Test
    void tabGoesRoundAndShowsWhereItIs() throws Exception {
        try (WindowUnderTest window = windowWithStems()) {
            Scene scene = window.stage().getScene();
            Set<Node> stops = new LinkedHashSet<>();
            List<String> unseen = new ArrayList<>();
            window.press(KeyCode.TAB);
            Node first = focused(scene).orElseThrow();
            Node at = first;
            int steps = 0;
            do {
                Node stop = at;
                stops.add(stop);
                steps++;
                WritableImage with = around(scene, stop);
                window.press(KeyCode.TAB);
                Screen.frames(2);
                at = focused(scene).orElseThrow();
                if (!Screen.ask(() -> isInSight(scene, stop)) || !isNamed(stop)
                        || at != stop && alike(with, around(scene, stop))) {
                    unseen.add(stop + " " + stop.getAccessibleText());
                }
                // A slider with two thumbs is left after the second.
            } while (at != first && steps < MOST_STOPS);
            assertThat(at).as("after %s", stops).isSameAs(first);
            assertThat(stops).hasSizeGreaterThan(20);
            assertThat(unseen).isEmpty();
        }
    }

    private static boolean isInSight(Scene scene, Node stop) {
        Bounds place = stop.localToScene(stop.getLayoutBounds());
        return place.getWidth() > 0 && place.getMinX() >= 0 && place.getMaxX() <= scene.getWidth() + 1
                && place.getMinY() >= 0 && place.getMaxY() <= scene.getHeight() + 1;
    }

    private static boolean isNamed(Node stop) {
        return stop.getAccessibleText() != null && !stop.getAccessibleText().isBlank()
                || stop instanceof Labeled label && label.getText() != null && !label.getText().isBlank()
                || stop instanceof TextInputControl;
    }

    /// The picture of a control with what is drawn around it.
    private static WritableImage around(Scene scene, Node stop) {
        return Screen.ask(() -> {
            Bounds place = stop.localToScene(stop.getLayoutBounds());
            javafx.scene.SnapshotParameters view = new javafx.scene.SnapshotParameters();
            view.setViewport(new javafx.geometry.Rectangle2D(
                    place.getMinX() - 4, place.getMinY() - 4, place.getWidth() + 8, place.getHeight() + 8));
            return scene.getRoot().snapshot(view, null);
        });
    }

    private static boolean alike(WritableImage one, WritableImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        PixelReader a = one.getPixelReader();
        PixelReader b = other.getPixelReader();
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (a.getArgb(x, y) != b.getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
