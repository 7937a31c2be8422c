package dev.unbraid.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.TestWindow;
import dev.unbraid.app.fx.FxThread;
import dev.unbraid.engine.DemoSong;
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
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;

@DisabledIf(value = "thereIsNoDisplay", disabledReason = "there is no display; xvfb-run gives one")
class MainWindowTest {
    @TempDir
    private Path home;

    private final FxRobot robot = new FxRobot();
    private OpenWindow open;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @BeforeEach
    void open() throws Exception {
        open = OpenWindow.in(home, "en");
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void itBeginsEmptyAndTheDemoSongFillsIt() throws Exception {
        TestWindow.until(() -> OpenWindow.says("Drop a song here"));
        run("demo");
        TestWindow.until(() -> open.isRead(1));
        assertThat(TestWindow.ask(() -> OpenWindow.says("Drop a song here"))).isFalse();
        assertThat(TestWindow.ask(() -> open.stage.getTitle())).contains(DemoSong.notes().title());
        assertThat(TestWindow.ask(() -> open.desk().settings().get().recentFiles())).isEmpty();
    }

    @Test
    void filesAndFoldersOpenAndWhatIsNoSoundIsNamedOnce() throws Exception {
        Path folder = Files.createDirectories(home.resolve("Lieder/tief"));
        OpenWindow.demo(folder.resolve("Über uns 绊.flac"));
        Path notes = Files.writeString(home.resolve("notes.txt"), "no sound");
        Path picture = Files.writeString(home.resolve("cover.png"), "no sound");
        TestWindow.tell(() -> open.window.open(List.of(home.resolve("Lieder"), notes, picture)));
        TestWindow.until(() -> open.isRead(1));
        TestWindow.until(() -> OpenWindow.says("These 2 hold no sound that Unbraid can read: notes.txt, cover.png."));
        assertThat(TestWindow.ask(() -> open.context.problems().shown().size())).isEqualTo(1);
        assertThat(TestWindow.ask(() -> open.desk().settings().get().recentFiles()))
                .containsExactly(folder.resolve("Über uns 绊.flac").toString());
    }

    @Test
    void aFileThatIsNoSoundAfterAllIsOneSentence() throws Exception {
        Path bad = Files.writeString(home.resolve("bad.flac"), "this is no music at all");
        TestWindow.tell(() -> open.window.open(List.of(bad)));
        TestWindow.until(() -> OpenWindow.says("bad.flac"));
        assertThat(TestWindow.ask(() -> open.context.problems().shown().size())).isEqualTo(1);
        assertThat(TestWindow.ask(() -> open.context.problems().last().orElseThrow().details())).contains("UnreadableAudioException");
    }

    @Test
    void theListOfKeysIsSearchedAndTypingPlaysNothing() throws Exception {
        openSong();
        robot.type(KeyCode.F1);
        TestWindow.until(() -> OpenWindow.says("Play or pause"));
        for (KeyCode letter : List.of(KeyCode.L, KeyCode.O, KeyCode.O, KeyCode.P, KeyCode.SPACE)) {
            robot.type(letter);
        }
        TestWindow.until(() -> OpenWindow.says("loop the selection") && !OpenWindow.says("Play or pause"));
        assertThat(TestWindow.ask(() -> TestWindow.shown(TextField.class).stream().map(TextField::getText).toList()))
                .contains("loop ");
        assertThat(TestWindow.ask(() -> open.desk().playback().playingProperty().get())).isFalse();
        robot.type(KeyCode.ESCAPE);
        TestWindow.until(() -> !OpenWindow.says("loop the selection"));
    }

    @Test
    void aQuestionMarkAsksForKeysAndIsNotSearchedFor() throws Exception {
        robot.press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
        TestWindow.until(() -> OpenWindow.says("Play or pause"));
        assertThat(TestWindow.ask(() -> TestWindow.shown(TextField.class).stream().map(TextField::getText).toList()))
                .doesNotContain("?");
    }

    @Test
    void keysReachTheSong() throws Exception {
        openSong();
        robot.type(KeyCode.I);
        TestWindow.until(() -> !open.desk().view().inspectorShownProperty().get());
        robot.type(KeyCode.DOWN, KeyCode.S);
        TestWindow.until(() -> open.song().mix().strip().soloed());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        TestWindow.until(() -> !open.song().mix().strip().soloed());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        TestWindow.until(() -> open.song().mix().strip().soloed());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.type(KeyCode.L);
        TestWindow.until(() -> open.desk().playback().loopProperty().get().isPresent());
        robot.type(KeyCode.SPACE);
        TestWindow.until(() -> open.desk().playback().playingProperty().get());
        robot.type(KeyCode.SPACE);
        TestWindow.until(() -> !open.desk().playback().playingProperty().get());
    }

    @Test
    void noKeyStandsForTwoCommands() {
        assertThat(open.window.commands().all().stream().flatMap(it -> it.keys().stream()).toList()).doesNotHaveDuplicates();
    }

    @Test
    void lLoopsTheSelectionAtRestAndElsePlaysOnFaster() throws Exception {
        openSong();
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.type(KeyCode.L);
        TestWindow.until(() -> open.desk().playback().loopProperty().get().isPresent());
        assertThat(TestWindow.ask(() -> open.desk().playback().playingProperty().get())).isFalse();
        robot.type(KeyCode.SPACE);
        TestWindow.until(() -> open.desk().playback().playingProperty().get());
        robot.type(KeyCode.L);
        assertThat(TestWindow.ask(() -> open.desk().playback().loopProperty().get())).isPresent();
        robot.type(KeyCode.K);
        TestWindow.until(() -> !open.desk().playback().playingProperty().get());
        TestWindow.tell(() -> {
            open.desk().view().selectionProperty().set(Optional.empty());
            open.desk().playback().loopProperty().set(Optional.empty());
        });
        robot.type(KeyCode.L);
        TestWindow.until(() -> open.desk().playback().playingProperty().get());
        assertThat(TestWindow.ask(() -> open.desk().playback().loopProperty().get())).isEmpty();
    }

    @Test
    void closingAsksFirstAndGoesOnWithTheWorkIfThatIsTheAnswer() throws Exception {
        openSong();
        requestClose();
        TestWindow.until(() -> OpenWindow.says("Save the changes?"));
        robot.type(KeyCode.ESCAPE);
        TestWindow.until(() -> !OpenWindow.says("Save the changes?"));
        assertThat(TestWindow.ask(() -> open.stage.isShowing())).isTrue();
        requestClose();
        TestWindow.until(() -> OpenWindow.says("Save the changes?"));
        TestWindow.tell(() -> TestWindow.shown(Button.class).stream()
                .filter(it -> it.getText().equals("Don't save")).findFirst().orElseThrow().fire());
        TestWindow.until(() -> !open.stage.isShowing());
    }

    @Test
    void aFaultIsShownAndTheWindowLivesOn() throws Exception {
        for (int i = 0; i < 3; i++) {
            TestWindow.tell(() -> new FxThread().execute(() ->
                    Thread.currentThread().getUncaughtExceptionHandler()
                            .uncaughtException(Thread.currentThread(), new IllegalStateException("on purpose"))));
        }
        TestWindow.until(() -> OpenWindow.says("please report this. (3×)"));
        openSong();
        assertThat(TestWindow.ask(() -> open.context.problems().last().orElseThrow().details())).contains("on purpose");
    }

    private void openSong() throws Exception {
        open.openSong(OpenWindow.demo(home.resolve("song.flac")));
    }

    private void run(String command) throws Exception {
        TestWindow.tell(() -> open.window.commands().named(command).action().run());
    }

    private void requestClose() throws Exception {
        TestWindow.tell(() -> open.stage.fireEvent(new WindowEvent(open.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
