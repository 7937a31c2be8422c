package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.session.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;

@NeedsDisplay
class HistoryTest {
    @TempDir
    Path folder;

    @Test
    void undoingToTheStartAndRedoingGivesTheSameDocument() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 1);
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()), file)) {
            window.awaitSongs(1);
            SeparationTest.separate(window);
            window.awaitEnd(Job.Kind.SEPARATION);
            changeThisAndThat(window);
            Project end = window.project();
            List<Project> back = undoAll(window);
            assertThat(back).hasSizeGreaterThanOrEqualTo(7);
            assertThat(back.getLast()).isEqualTo(Project.EMPTY);
            assertThat(window.reads("Drop a song here")).isTrue();
            List<Project> forth = new ArrayList<>(List.of(window.project()));
            while (Screen.ask(() -> window.session().toRedo().isPresent())) {
                window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
                forth.add(window.project());
            }
            assertThat(forth.reversed()).isEqualTo(back);
            assertThat(window.project()).isEqualTo(end);
            assertThat(Sounds.read(window.sound(window.stem("drums")))[0]).hasSize(Sounds.RATE);
        }
    }

    /// Mutes, soloes, moves a fader by keys, renames and takes the stems away.
    private static void changeThisAndThat(WindowUnderTest window) {
        Lane drums = window.stem("drums");
        window.click(WindowUnderTest.laneQuery(drums) + " .ub-mute");
        window.click(WindowUnderTest.laneQuery(window.stem("vocals")) + " .ub-solo");
        window.press(KeyCode.CONTROL, KeyCode.DOWN);
        window.press(KeyCode.F2);
        window.robot().write("Stimme").push(KeyCode.ENTER);
        window.settle();
        assertThat(window.stem("drums").strip().muted()).isTrue();
        assertThat(window.stem("vocals").strip().soloed()).isTrue();
        assertThat(window.stem("vocals").strip().gainDb()).isEqualTo(-1);
        assertThat(window.stem("vocals").name()).isEqualTo("Stimme");
        window.press(KeyCode.M);
        assertThat(window.stem("vocals").strip().muted()).isTrue();
    }

    /// @return the documents on the way, the last one first
    private static List<Project> undoAll(WindowUnderTest window) {
        List<Project> documents = new ArrayList<>(List.of(window.project()));
        while (Screen.ask(() -> window.session().toUndo().isPresent())) {
            window.press(KeyCode.CONTROL, KeyCode.Z);
            documents.add(window.project());
        }
        return documents;
    }
}
