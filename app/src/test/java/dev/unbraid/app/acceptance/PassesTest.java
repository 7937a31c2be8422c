package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.LaneId;
import dev.unbraid.session.Job;
import dev.unbraid.session.SeparateWish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;

/// What the passes of a separation disagreed in, in the window.
@NeedsDisplay
class PassesTest {
    private static final String HEADER = "between 2 shifted passes";
    private static final String GONE = "Not kept any more. To measure it, clear what separations keep (Preferences, Storage) and separate again.";

    @TempDir
    Path folder;

    @Test
    void theDisagreementOfTwoPassesIsShownAndHiddenByAKeyAndIsNoStepToUndo() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 4);
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()), file)) {
            window.awaitSongs(1);
            separate(window, 1);
            window.press(KeyCode.D);
            assertThat(window.reads(HEADER)).as("one pass disagrees with nobody").isFalse();

            separate(window, 2);
            Object step = Screen.ask(() -> window.session().toUndo());
            window.press(KeyCode.D);
            window.awaitText(HEADER);
            LaneId stem = window.song().stems().getFirst().id();
            Screen.until("its row is there", () -> window.stage().getScene().lookup("#disagreement-" + stem.value()) != null);
            // This network in miniature says nothing of itself by which its segments could be kept until the end.
            window.awaitText(GONE);
            assertThat((Object) Screen.ask(() -> window.session().toUndo())).isEqualTo(step);

            window.press(KeyCode.D);
            Screen.until("it is gone", () -> window.stage().getScene().lookup("#disagreement-" + stem.value()) == null);
        }
    }

    private static void separate(WindowUnderTest window, int shifts) throws Exception {
        Screen.tell(() -> window.session().separate(
                new SeparateWish(window.session().project().active().orElseThrow(), Miniature.NAME, List.of(), shifts, "cpu")));
        window.awaitEnd(Job.Kind.SEPARATION);
    }
}
