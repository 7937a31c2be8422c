package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Songs and other files on their way into the window.
@NeedsDisplay
class DroppedSongTest {
    private static final int HEADER_PX = 232;
    private static final int SECONDS = 3;

    @TempDir
    Path folder;

    @Test
    void aSongFromAnotherWindowBecomesALaneWithAWaveformWhereItSounds() throws Exception {
        Path song = Sounds.toneBetweenSilences(folder.resolve("Müller 绊.wav"));
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()))) {
            drop(window, List.of(song));
            window.awaitSongs(1);
            assertThat(window.song().title()).isEqualTo("Müller 绊");
            Screen.until("the title names it", () -> window.stage().getTitle().contains("Müller 绊"));
            Lane mix = window.song().mix();
            Screen.until("its lane is there", () -> window.stage().getScene().lookup(WindowUnderTest.laneQuery(mix)) != null);
            window.press(KeyCode.ALT, KeyCode.DIGIT1);
            assertThat(window.song().mix().look().view()).isEqualTo(LaneView.WAVEFORM);
            window.press(KeyCode.F);
            assertThatTheMiddleThirdStandsOut(window, mix);
        }
    }

    private static void assertThatTheMiddleThirdStandsOut(WindowUnderTest window, Lane lane) throws InterruptedException {
        Screen.until("half of the lane's height is painted where the tone is", () -> {
            WritableImage picture = window.picture(lane);
            return painted(picture, 1.5) > 0.3 * picture.getHeight();
        });
        WritableImage picture = window.picture(lane);
        for (double second = 0.1; second < SECONDS - 0.05; second += 0.1) {
            boolean sounds = second > 1.05 && second < 1.95;
            boolean silent = second < 0.95 || second > 2.05;
            if (sounds) {
                assertThat(painted(picture, second)).as("at %.1f s", second).isGreaterThan((int) (0.3 * picture.getHeight()));
            } else if (silent) {
                assertThat(painted(picture, second)).as("at %.1f s", second).isLessThan(4);
            }
        }
    }

    /// Pixels of a column that are not as in a column of silence.
    private static int painted(WritableImage picture, double second) {
        int x = column(picture, second);
        int silent = column(picture, 0.5);
        int painted = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            if (picture.getPixelReader().getArgb(x, y) != picture.getPixelReader().getArgb(silent, y)) {
                painted++;
            }
        }
        return painted;
    }

    private static int column(WritableImage picture, double second) {
        return HEADER_PX + (int) ((picture.getWidth() - HEADER_PX) * second / SECONDS);
    }

    @Test
    void severalFilesQueueUpAndTheUnsupportedAreNamedInOneMessage() throws Exception {
        Path first = Sounds.noise(folder.resolve("first.wav"), 0.5);
        Path second = Sounds.noise(folder.resolve("second.wav"), 0.5);
        Path notes = Files.writeString(folder.resolve("notes.txt"), "la la la");
        Path cover = Files.writeString(folder.resolve("cover.png"), "la");
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()))) {
            drop(window, List.of(first, notes, second, cover));
            window.awaitSongs(2);
            assertThat(window.sentences()).singleElement().asString().contains("notes.txt", "cover.png");
            assertThat(window.project().songs()).extracting(it -> it.title()).containsExactly("first", "second");
        }
    }

    @Test
    void aBadFileIsNamedCalmlyAndLeavesNothing() throws Exception {
        Path bad = Files.writeString(folder.resolve("Übung 绊.wav"), "RIFF, but no more than that");
        Home home = Home.in(folder.resolve("home"));
        try (WindowUnderTest window = WindowUnderTest.open(home.engine(Miniature.swift()), bad)) {
            Screen.until("it is told", () -> !window.problems().shown().isEmpty());
            assertThat(window.sentences()).singleElement().asString().contains("Übung 绊.wav").doesNotContain("Exception");
            assertThat(window.project().songs()).isEmpty();
            assertThat(window.reads("Drop a song here")).isTrue();
        }
    }

    /// Drags files onto the window out of a second one, as out of a file browser.
    static void drop(WindowUnderTest window, List<Path> files) throws Exception {
        drop(window, files, window.stage(),
                () -> window.stage().getScene().lookup(".ub-drop-over").isVisible());
    }

    /// @param shown whether the window takes them, while they are over it
    static void drop(WindowUnderTest window, List<Path> files, Window onto, BooleanSupplier shown) throws Exception {
        Stage source = FxToolkit.registerStage(Stage::new);
        Screen.tell(() -> {
            Label label = new Label("files");
            label.setId("drag-source");
            label.setOnDragDetected(event -> {
                ClipboardContent content = new ClipboardContent();
                content.putFiles(files.stream().map(Path::toFile).toList());
                label.startDragAndDrop(TransferMode.COPY).setContent(content);
                event.consume();
            });
            source.setScene(new Scene(new StackPane(label), 160, 60));
            source.setX(20);
            source.setY(window.stage().getHeight() + 20);
            source.show();
        });
        window.robot().drag("#drag-source").moveBy(20, -10);
        window.robot().moveTo(onto.getScene().getRoot());
        Screen.until("it shows where to drop", shown::getAsBoolean);
        window.robot().drop();
        Screen.tell(source::hide);
    }
}
