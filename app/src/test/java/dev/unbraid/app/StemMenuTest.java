package dev.unbraid.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.Hand;
import dev.unbraid.app.controls.TestWindow;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;

@DisabledIf(value = "thereIsNoDisplay", disabledReason = "needs a display, real or virtual")
class StemMenuTest {
    @TempDir
    private Path home;

    private final FxRobot robot = new FxRobot();

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @ParameterizedTest
    @CsvSource({"en, Export Drums…", "zh-CN, 导出“鼓”…"})
    void aStemIsExportedAlone(String language, String export) throws Exception {
        try (OpenWindow open = OpenWindow.in(home, language)) {
            open.openSong(OpenWindow.demo(home.resolve("song.flac")));
            open.separate();
            Node name = open.stage.getScene().lookup("#lane-drums .ub-lane-name");
            robot.clickOn(name, MouseButton.SECONDARY);
            new Hand(robot).press(export, () -> robot.lookup(export).tryQuery());
            TestWindow.until(() -> TestWindow.shown(Label.class).stream().anyMatch(it -> it.getText().endsWith("drums.wav")));
            assertThat(TestWindow.ask(() -> TestWindow.shown(Label.class).stream()
                    .map(Label::getText).filter(it -> it.endsWith(".wav")).toList())).hasSize(1);
        }
    }
}
