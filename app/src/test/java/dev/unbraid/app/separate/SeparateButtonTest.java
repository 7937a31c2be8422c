package dev.unbraid.app.separate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.Chip;
import dev.unbraid.app.controls.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;

@DisabledIf("thereIsNoDisplay")
class SeparateButtonTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(folder, new Shelf(), SeparateButton::new);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static boolean says(Class<? extends Labeled> type, String text) {
        return TestWindow.shown(type).stream().anyMatch(it -> it.getText().contains(text));
    }

    private static Node shown(Class<? extends Labeled> type, String text) throws Exception {
        TestWindow.until(() -> says(type, text));
        return TestWindow.ask(() -> TestWindow.shown(type).stream()
                .filter(it -> it.getText().contains(text)).findFirst().orElseThrow());
    }

    @Test
    void withoutASongThePanelTellsWhatToDoFirst() throws Exception {
        robot.clickOn(shown(Button.class, "Separate"));
        TestWindow.until(() -> says(Label.class, "Open a song first"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        TestWindow.until(() -> !says(Label.class, "Open a song first"));
    }

    @Test
    void aMissingModelTellsItsSizeAndItsLicenceBeforeAnythingIsLoaded() throws Exception {
        window.open(folder.resolve("busy.wav"));
        robot.clickOn(shown(Button.class, "Separate"));
        TestWindow.until(() -> says(Label.class, "It is a download of 84 MB"));
        assertThat(TestWindow.ask(() -> says(Label.class, "for research only"))).isFalse();
        robot.clickOn(shown(javafx.scene.control.Hyperlink.class, "licence"));
        TestWindow.until(() -> says(Label.class, "for research only"));
        shown(Button.class, "Install and separate");
    }

    @Test
    void whatAGpuLacksIsInstalledFromHereAndThenItIsOffered() throws Exception {
        robot.clickOn(shown(Button.class, "Separate"));
        shown(Label.class, "a GPU: it is too old.");
        shown(Label.class, "a new GPU: it lacks libraries.");
        robot.clickOn(shown(Button.class, "Install · 3,682 MB"));
        shown(RadioButton.class, "a new GPU");
        assertThat(TestWindow.ask(() -> says(Label.class, "it lacks libraries"))).isFalse();
        assertThat(TestWindow.ask(() -> says(Button.class, "Install ·"))).isFalse();
    }

    @Test
    void stemsThatAreSwitchedOffAreRemembered() throws Exception {
        robot.clickOn(shown(Button.class, "Separate"));
        robot.clickOn(shown(Chip.class, "Bass"));
        TestWindow.until(() -> window.desk().settings().get().separation().stems()
                .equals(List.of("drums", "other", "vocals")));
    }
}
