package dev.unbraid.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestWindow;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.cache.KeptSegments;
import dev.unbraid.separation.SegmentKey;
import dev.unbraid.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

@DisabledIf("thereIsNoDisplay")
class PreferencesDialogTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private TestWindow window;
    private FinishedWork work;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @BeforeEach
    void open() throws Exception {
        work = new FinishedWork(folder.resolve("finished"), () -> 1L << 30);
        try (KeptSegments kept = work.segments("a mix", "a network", Runnable::run)) {
            kept.put(new SegmentKey(0, 0, 8, 50_000), new float[400_000]);
        }
        window = TestWindow.open(folder, new NoModels(), _ -> new StackPane());
        TestWindow.tell(() -> new PreferencesDialog(window.desk(), work, window.stage()).show());
        TestWindow.until(() -> says(ToggleButton.class, "Light"));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static <T extends Labeled> boolean says(Class<T> type, String text) {
        return TestWindow.shown(type).stream().anyMatch(it -> text.equals(it.getText()));
    }

    private static <T extends Labeled> Node called(Class<T> type, String text) throws Exception {
        TestWindow.until(() -> says(type, text));
        return TestWindow.ask(() -> TestWindow.shown(type).stream()
                .filter(it -> text.equals(it.getText())).findFirst().orElseThrow());
    }

    @Test
    void aThemeIsTakenAtOnce() throws Exception {
        robot.clickOn(called(ToggleButton.class, "Light"));
        TestWindow.until(() -> window.desk().settings().get().appearance().theme() == Settings.Theme.LIGHT);
    }

    @Test
    void whatIsChangedElsewhereIsShown() throws Exception {
        TestWindow.tell(() -> window.desk().settings().set(
                Settings.USUAL.withAppearance(new Settings.Appearance(Settings.Theme.DARK, "", 100))));
        ToggleButton dark = (ToggleButton) called(ToggleButton.class, "Dark");
        assertThat(TestWindow.ask(dark::isSelected)).isTrue();
    }

    @Test
    void pagesAreReachedByTheKeyboard() throws Exception {
        robot.clickOn(called(ListCell.class, "General"));
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN).press(KeyCode.DOWN).release(KeyCode.DOWN);
        robot.clickOn(called(ToggleButton.class, "2 passes"));
        TestWindow.until(() -> window.desk().settings().get().separation().shifts() == 2);
    }

    private static String segments() {
        return TestWindow.shown(Label.class).stream().filter(it -> "storage-segments".equals(it.getId()))
                .map(Labeled::getText).findFirst().orElse("");
    }

    @Test
    void whatIsKeptIsRemovedOnlyOnceItIsConfirmed() throws Exception {
        robot.clickOn(called(ListCell.class, "Storage"));
        TestWindow.until(() -> segments().equals("2 MB"));
        robot.clickOn(called(Button.class, "Clear…"));
        robot.clickOn(called(Button.class, "Keep"));
        robot.clickOn(called(Button.class, "Clear…"));
        assertThat(work.usage().segmentBytes()).isGreaterThan(1_600_000);
        robot.clickOn(called(Button.class, "Remove"));
        TestWindow.until(() -> segments().equals("0 MB") && says(Label.class, "2 MB are free again."));
        assertThat(work.usage().bytes()).isZero();
    }
}
