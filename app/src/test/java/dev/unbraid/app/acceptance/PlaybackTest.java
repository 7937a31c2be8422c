package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.playback.OutputState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;

@NeedsDisplay
class PlaybackTest {
    @TempDir
    Path folder;

    @Test
    void withoutAnOutputTheWindowSaysSoAndThePlayheadRuns() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 20);
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()), file)) {
            window.awaitSongs(1);
            window.press(KeyCode.SPACE);
            Screen.until("it plays", () -> window.desk().playback().playingProperty().get());
            Screen.until("it is silent", () -> window.desk().playback().outputProperty().get() instanceof OutputState.Silent);
            // A machine without any output says that instead.
            assertThat(window.texts()).anyMatch(it -> it.startsWith("output: " + Home.NO_OUTPUT + " · not there")
                    || it.startsWith("no sound output was found"));
            long before = position(window);
            Thread.sleep(500);
            assertThat(position(window) - before).as("frames in half a second").isBetween(10_000L, 80_000L);
            window.press(KeyCode.SPACE);
            Screen.until("it stands", () -> !window.desk().playback().playingProperty().get());
            long rest = position(window);
            Thread.sleep(200);
            assertThat(position(window)).isEqualTo(rest);
            window.press(KeyCode.HOME);
            Screen.until("it is at the start", () -> window.desk().playback().positionFrameProperty().get() == 0);
        }
    }

    private static long position(WindowUnderTest window) {
        return Screen.ask(() -> window.desk().playback().transport().positionFrame());
    }
}
