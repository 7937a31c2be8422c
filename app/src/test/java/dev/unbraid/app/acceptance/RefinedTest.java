package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Refinement;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// A selection separated again in the window, and what it replaced.
@NeedsDisplay
class RefinedTest {
    private static final FrameRange SELECTED = new FrameRange(50_000, 100_000);
    private static final String AGAIN = ".ub-separate-again";
    private static final String COMPARE = ".ub-compare";

    @TempDir
    Path folder;

    @Test
    void aSelectionIsSeparatedAgainComparedAndUndone() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 4);
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()), file)) {
            window.awaitSongs(1);
            SeparationTest.separate(window);
            window.awaitEnd(Job.Kind.SEPARATION);
            Song before = window.song();
            assertThat(isSeen(window, COMPARE)).isFalse();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
            assertThat(window.reads("Separate selection again")).as("nothing is selected").isFalse();

            Screen.tell(() -> window.desk().view().selectionProperty().set(Optional.of(SELECTED)));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
            window.awaitText("Separate selection again");
            assertThat(window.reads("0:01.133 – 0:02.267")).isTrue();
            window.click(AGAIN);
            Screen.until("it is refined", () -> !window.session().project().activeSong().orElseThrow().equals(before));
            assertThat(window.awaitEnd(Job.Kind.SEPARATION).state()).isEqualTo(new JobState.Done());
            Song now = window.song();
            assertThat(now.recipe().orElseThrow().refinements())
                    .containsExactly(new Refinement(SELECTED, Miniature.NAME, 0, 0.25, 0));
            assertThat(now.stems()).extracting(Lane::id).isEqualTo(before.stems().stream().map(Lane::id).toList());

            assertThat(isSeen(window, COMPARE)).isTrue();
            window.press(KeyCode.B);
            assertThat(Screen.ask(() -> window.desk().playback().comparingProperty().get())).isTrue();
            assertThat(heard(window)).isEqualTo(before.stems());
            window.click(COMPARE);
            assertThat(Screen.ask(() -> window.desk().playback().comparingProperty().get())).isFalse();

            window.press(KeyCode.SHIFT, KeyCode.B);
            window.awaitText("identical");
            assertThat(window.reads("0:01.1 – 0:02.3")).isTrue();

            Screen.tell(() -> window.session().undo());
            assertThat(window.song()).isEqualTo(before);
            assertThat(isSeen(window, COMPARE)).isFalse();
            assertThat(Screen.ask(() -> window.stage().getScene().lookup(".ub-difference-header") == null)).isTrue();
        }
    }

    private static List<Lane> heard(WindowUnderTest window) {
        return Screen.ask(() -> window.session().before(window.song().id()).orElseThrow().stems());
    }

    private static boolean isSeen(WindowUnderTest window, String query) {
        return Screen.ask(() -> window.stage().getScene().lookup(query).isVisible());
    }
}
