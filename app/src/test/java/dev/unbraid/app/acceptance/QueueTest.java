package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/// A folder of songs, taken apart one after the other.
@NeedsDisplay
@Timeout(180)
class QueueTest {
    private static final List<String> SOUND = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");

    @TempDir
    Path folder;

    private Path songs = Path.of("");

    private void makeSongs() throws IOException {
        songs = Files.createDirectories(folder.resolve("Lieder 绊"));
        for (String name : SOUND) {
            Sounds.noise(songs.resolve(name + ".wav"), 0.6);
        }
        Files.writeString(songs.resolve("broken.wav"), "RIFF, but no more than that");
        for (String stem : Miniature.STEMS) {
            Files.writeString(Files.createDirectories(stems("a")).resolve(stem + ".wav"), "made before");
        }
    }

    private Path stems(String song) {
        return songs.resolve("Stems").resolve(song);
    }

    @Test
    void aDroppedFolderIsTakenApartSongBySongAndTheBrokenOneOnceItIsMended() throws Exception {
        makeSongs();
        Miniature network = Miniature.stepwise();
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(network))) {
            DroppedSongTest.drop(window, List.of(songs));
            window.awaitText("10 songs");
            window.clickText("Separate them");
            window.awaitText("1 failed");
            window.awaitText("broken.wav");
            window.focusNewest();
            window.clickText("Separate 9 songs");
            window.awaitText("1 skipped");
            network.let(1);
            window.awaitText("50 %");
            window.clickText("Pause all");
            window.awaitText("Resume");
            network.let(20);
            window.awaitText("Paused");
            assertThat(window.reads("0 of 10 done")).isTrue();
            assertThat(stems("b")).doesNotExist();
            window.clickText("Resume");
            network.letAll();
            window.awaitText("8 of 10 done · 1 skipped · 1 failed");
            assertThatAllAreThere(SOUND.stream().skip(1));
            assertThat(stems("a").resolve("vocals.wav")).hasContent("made before");
            assertThat(window.sentences()).as("messages over the window").isEmpty();

            Sounds.noise(songs.resolve("broken.wav"), 0.6);
            window.clickText("Retry failed");
            window.awaitText("9 of 10 done · 1 skipped");
            assertThatAllAreThere(Stream.of("broken"));
            assertThat(window.jobs()).isEmpty();
            assertThat(window.project().songs()).isEmpty();
        } finally {
            network.letAll();
        }
    }

    private void assertThatAllAreThere(Stream<String> names) {
        names.forEach(name -> Miniature.STEMS.forEach(
                stem -> assertThat(stems(name).resolve(stem + ".wav")).isRegularFile()));
    }

    @Test
    void withoutSkippingItAsksBeforeAnythingIsReplaced() throws Exception {
        makeSongs();
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()))) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            window.focusNewest();
            window.awaitText("No songs yet");
            Path one = songs.resolve("a.wav");
            Window queue = Screen.ask(() -> Window.getWindows().getLast());
            DroppedSongTest.drop(window, List.of(one), queue, () -> true);
            window.focusNewest();
            window.awaitText("Separate 1 song");
            window.clickText("Skip songs whose stems are there");
            window.clickText("Separate 1 song");
            window.awaitText("1 song has stems there already.");
            window.clickText("Not now");
            assertThat(stems("a").resolve("vocals.wav")).hasContent("made before");
            window.clickText("Separate 1 song");
            window.awaitText("1 song has stems there already.");
            window.clickText("Replace them");
            window.awaitText("1 of 1 done");
            assertThat(Sounds.read(stems("a").resolve("vocals.wav"))).isNotEmpty();
            window.clickText("Remove finished");
            window.awaitText("No songs yet");
            assertThat(window.texts()).as("time left for nothing").noneMatch(it -> it.contains("left on this computer"));
        }
    }
}
