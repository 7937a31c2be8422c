package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.problems.Problem;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.session.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Everything that the menu offers, once.
@NeedsDisplay
class MenuWalkTest {
    /// What opens a dialog of the system's, which no test can close, and what ends the program.
    private static final Set<String> LEFT_OUT = Set.of("open", "save", "save-as", "quit");
    private static final int SOME = 40;

    @TempDir
    Path folder;

    @Test
    void withoutASong() throws Exception {
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder).engine(Miniature.swift()))) {
            assertThat(walk(window)).hasSizeGreaterThan(SOME / 2);
        }
    }

    @Test
    void withASong() throws Exception {
        Path song = Sounds.noise(folder.resolve("song.wav"), 2);
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()), song)) {
            window.awaitSongs(1);
            assertThat(walk(window)).hasSizeGreaterThan(SOME).contains("separate", "export");
        }
    }

    @Test
    void withStemsAndASelection() throws Exception {
        Path song = Sounds.noise(folder.resolve("song.wav"), 2);
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(Miniature.swift()), song)) {
            window.awaitSongs(1);
            SeparationTest.separate(window);
            window.awaitEnd(Job.Kind.SEPARATION);
            assertThat(walk(window)).hasSizeGreaterThan(SOME).contains("separate-selection", "remove-stems", "undo");
        }
    }

    /// @return the ids of what could be chosen
    private static List<String> walk(WindowUnderTest window) throws Exception {
        List<String> chosen = new ArrayList<>();
        int count = Screen.ask(() -> withMenu(window, items -> items.size()));
        for (int i = 0; i < count; i++) {
            int index = i;
            Screen.tell(() -> window.desk().view().selectionProperty().set(Optional.of(new FrameRange(20_000, 60_000))));
            Optional<String> id = Screen.ask(() -> withMenu(window, items -> choose(items, index)));
            window.settle();
            putAway(window);
            assertThat(Screen.ask(() -> window.problems().last().filter(it -> it.severity() == Problem.Severity.FAULT)))
                    .as("fault after %s", id).isEmpty();
            id.ifPresent(chosen::add);
        }
        return chosen;
    }

    private interface Use<T> {
        T of(List<MenuItem> items);
    }

    /// Opens the menu as its button does, and puts it away again. JavaFX thread.
    private static <T> T withMenu(WindowUnderTest window, Use<T> use) {
        Button button = (Button) window.stage().getScene().getRoot().lookupAll(".ub-icon-button").stream()
                .filter(it -> "Menu".equals(it.getAccessibleText())).findFirst().orElseThrow();
        button.fire();
        ContextMenu menu = Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).findFirst().orElseThrow();
        List<MenuItem> items = menu.getItems().stream().flatMap(MenuWalkTest::leaves).toList();
        menu.hide();
        return use.of(items);
    }

    private static Stream<MenuItem> leaves(MenuItem item) {
        return switch (item) {
            case Menu menu -> menu.getItems().stream().flatMap(MenuWalkTest::leaves);
            case SeparatorMenuItem _ -> Stream.empty();
            default -> Stream.of(item);
        };
    }

    private static Optional<String> choose(List<MenuItem> items, int index) {
        if (index >= items.size() || items.get(index).isDisable() || LEFT_OUT.contains(String.valueOf(items.get(index).getId()))) {
            return Optional.empty();
        }
        items.get(index).fire();
        return Optional.of(String.valueOf(items.get(index).getId()));
    }

    /// Closes what has opened.
    private static void putAway(WindowUnderTest window) {
        Screen.tell(() -> List.copyOf(Window.getWindows()).stream()
                .filter(it -> it != window.stage() && (!(it instanceof Stage) || ((Stage) it).getOwner() == window.stage()))
                .forEach(Window::hide));
        Screen.tell(() -> window.stage().requestFocus());
        window.press(KeyCode.ESCAPE);
    }
}
