package dev.unbraid.app.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.app.controls.Chip;
import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestWindow;
import dev.unbraid.app.fx.Background;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

@DisabledIf("thereIsNoDisplay")
class ExportDialogTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(folder, new NoModels(), _ -> new StackPane());
        window.open(folder.resolve("busy.wav"));
        window.separate();
        TestWindow.tell(() -> new ExportDialog(window.desk(), new ExportHome(folder.resolve("hidden"), folder, new FileBrowser(new Background(), _ -> { })), window.stage()).show());
        TestWindow.until(() -> lines().contains("busy/drums.wav"));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static List<String> lines() {
        return TestWindow.shown(Label.class).stream().map(it -> it.getText().replace('\\', '/')).toList();
    }

    private static <T extends Labeled> Node called(Class<T> type, String text) throws Exception {
        return TestWindow.ask(() -> TestWindow.shown(type).stream()
                .filter(it -> it.getText().equals(text)).findFirst().orElseThrow());
    }

    @Test
    void itOpensOverTheMiddleOfItsOwner() throws Exception {
        double off = TestWindow.ask(() -> dialog().getX() + dialog().getWidth() / 2
                - window.stage().getX() - window.stage().getWidth() / 2);
        assertThat(off).isCloseTo(0, within(1.0));
    }

    private Window dialog() {
        return Window.getWindows().stream().filter(it -> it != window.stage()).findFirst().orElseThrow();
    }

    @Test
    void theFilesFollowThePresetAndTheChips() throws Exception {
        robot.clickOn(called(ToggleButton.class, "Instrumental"));
        TestWindow.until(() -> lines().contains("busy/instrumental.wav") && !lines().contains("busy/drums.wav"));
        robot.clickOn(called(Chip.class, "Bass"));
        TestWindow.until(() -> lines().containsAll(List.of("busy/bass.wav", "busy/instrumental.wav")));
    }

    @Test
    void filesInTheWayAreAskedAboutBeforeAnythingIsWritten() throws Exception {
        Path drums = Files.createDirectories(folder.resolve("busy")).resolve("drums.wav");
        Files.writeString(drums, "mine");
        robot.clickOn(called(Chip.class, "Bass"));
        TestWindow.until(() -> lines().contains("busy/drums.wav – exists already"));
        robot.clickOn(called(Button.class, "Export"));
        TestWindow.until(() -> lines().contains("1 of 3 files exist already."));
        assertThat(called(Button.class, "Keep both")).isNotNull();
        assertThat(called(Button.class, "Replace")).isNotNull();
        assertThat(drums).hasContent("mine");
    }

    @Test
    void escapeClosesIt() throws Exception {
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        TestWindow.until(() -> !lines().contains("busy/drums.wav"));
    }
}
