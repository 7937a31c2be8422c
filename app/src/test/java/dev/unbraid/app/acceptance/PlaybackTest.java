package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.playback.OutputState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;

@NeedsDisplay
class PlaybackTest {
    /// Nothing shows that something will not happen: some buffers long.
    private static final long STANDING_NANOS = 200_000_000;

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
            long began = System.nanoTime();
            Screen.until("half a second was played", () ->
                    window.desk().playback().transport().positionFrame() - before >= Sounds.RATE / 2);
            double played = position(window) - before;
            assertThat(played / Sounds.RATE / ((System.nanoTime() - began) / 1e9)).as("seconds of the song in one")
                    .isBetween(0.4, 1.8);
            window.press(KeyCode.SPACE);
            Screen.until("it stands", () -> !window.desk().playback().playingProperty().get());
            long rest = position(window);
            long heard = System.nanoTime();
            Screen.until("it stood for a while", () -> System.nanoTime() - heard > STANDING_NANOS);
            assertThat(position(window)).isEqualTo(rest);
            window.press(KeyCode.HOME);
            Screen.until("it is at the start", () -> window.desk().playback().positionFrameProperty().get() == 0);
        }
    }

    private static long position(WindowUnderTest window) {
        return Screen.ask(() -> window.desk().playback().transport().positionFrame());
    }
}
