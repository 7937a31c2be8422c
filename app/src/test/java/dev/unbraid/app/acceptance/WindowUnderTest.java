package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.WholeApp;
import dev.unbraid.app.controls.Hand;
import dev.unbraid.app.controls.TestWindow;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.problems.Problem;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.engine.Engine;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.Session;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.NodeQuery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The whole program in its window, as a test uses and sees it.
final class WindowUnderTest implements AutoCloseable {
    private final FxRobot robot = new FxRobot();
    private final Hand hand = new Hand(robot);
    private final Stage stage;
    private final WholeApp app;

    private WindowUnderTest(Stage stage, WholeApp app) {
        this.stage = stage;
        this.app = app;
    }

    /// @param files as on the command line
    static WindowUnderTest open(Engine engine, Path... files) throws Exception {
        Screen.start();
        Stage stage = FxToolkit.registerStage(Stage::new);
        WholeApp app = Screen.ask(() -> {
            stage.setX(0);
            stage.setY(0);
            return new WholeApp(stage, engine, List.of(files));
        });
        Screen.tell(stage::requestFocus);
        Screen.until("the window has the focus", stage::isFocused);
        TestWindow.keepFocus(stage);
        return new WindowUnderTest(stage, app);
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    Desk desk() {
        return app.desk();
    }

    Problems problems() {
        return app.problems();
    }

    /// JavaFX thread.
    Session session() {
        return desk().session().session();
    }

    Project project() {
        return Screen.ask(() -> session().project());
    }

    Song song() {
        return project().activeSong().orElseThrow(() -> new AssertionError("no song; " + texts()));
    }

    Lane stem(String name) {
        return song().stems().stream().filter(it -> it.stem().equals(name)).findFirst().orElseThrow();
    }

    AudioAsset sound(Lane lane) {
        return Screen.ask(() -> session().sound(lane.asset()).orElseThrow());
    }

    List<Job> jobs() {
        return Screen.ask(() -> List.copyOf(session().jobs()));
    }

    void awaitSongs(int count) throws InterruptedException {
        Screen.until(count + " songs are read", () -> session().project().songs().size() == count
                && session().jobs().stream().filter(it -> it.kind() == Job.Kind.IMPORT).allMatch(it -> it.state().isOver()));
    }

    /// @return the one that was asked for last
    Job awaitEnd(Job.Kind kind) throws InterruptedException {
        Screen.until("a job is over: " + kind, () -> session().jobs().stream().anyMatch(it -> it.kind() == kind)
                && session().jobs().stream().filter(it -> it.kind() == kind).allMatch(it -> it.state().isOver()));
        return jobs().stream().filter(it -> it.kind() == kind).toList().getLast();
    }

    /// Waits for the newest of the windows to have the focus; without a window manager it may have to be told.
    void focusNewest() throws InterruptedException {
        Screen.until("the newest window has the focus", () -> {
            Window newest = Window.getWindows().getLast();
            newest.requestFocus();
            return newest.isFocused();
        });
    }

    void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        settle();
    }

    void click(String query) {
        press(query, () -> robot.lookup(query).match(Node::isVisible));
    }

    /// Presses what bears this text.
    void clickText(String text) {
        press(text, () -> robot.lookup((Node it) -> it instanceof Labeled label && text.equals(label.getText()) && isSeen(it)));
    }

    /// Presses what is called so where there is nothing to read.
    void clickNamed(String accessibleText) {
        press(accessibleText, () -> robot.lookup((Node it) -> accessibleText.equals(it.getAccessibleText()) && isSeen(it)));
    }

    private void press(String what, Supplier<NodeQuery> wanted) {
        hand.press(what, () -> wanted.get().<Node>tryQuery());
        settle();
    }

    /// Waits until what was asked for is done and laid out.
    void settle() {
        for (int i = 0; i < 3; i++) {
            Screen.tell(() -> { });
        }
    }

    static String laneQuery(Lane lane) {
        return "#lane-" + lane.id().value();
    }

    /// A lane's row as it looks now, its header at the left.
    WritableImage picture(Lane lane) {
        return Screen.ask(() -> stage.getScene().lookup(laneQuery(lane)).snapshot(null, null));
    }

    boolean shows(Lane lane) {
        return Screen.ask(() -> stage.getScene().lookup(laneQuery(lane)) != null);
    }

    /// All that can be read in all windows.
    List<String> texts() {
        return Screen.ask(() -> read().toList());
    }

    /// All that can be read in all windows. JavaFX thread.
    static Stream<String> read() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(it -> it.isShowing() && it.getScene() != null)
                .flatMap(it -> Stream.concat(title(it), nodes(it.getScene().getRoot())
                        .filter(WindowUnderTest::isSeen).flatMap(WindowUnderTest::words)))
                .filter(it -> !it.isBlank());
    }

    private static Stream<String> title(Window window) {
        return window instanceof Stage stage && stage.getTitle() != null ? Stream.of(stage.getTitle()) : Stream.of();
    }

    private static Stream<String> words(Node node) {
        return switch (node) {
            case Labeled label -> Stream.of(String.valueOf(label.getText()));
            case Text text when !(text.getParent() instanceof Labeled) -> Stream.of(text.getText());
            default -> Stream.of();
        };
    }

    boolean reads(String part) {
        return texts().stream().anyMatch(it -> it.contains(part));
    }

    void awaitText(String part) throws InterruptedException {
        Screen.until("it reads: " + part, () -> read().anyMatch(it -> it.contains(part)));
    }

    /// Waits until what is told of a node names something.
    void awaitNamed(String query, String part) throws InterruptedException {
        Screen.until(query + " tells of " + part, () -> Optional.ofNullable(stage.getScene().lookup(query).getAccessibleHelp())
                .filter(it -> it.contains(part)).isPresent());
    }

    /// What went wrong so far and was not put away, as sentences.
    List<String> sentences() {
        return Screen.ask(() -> problems().shown().stream().map(it -> it.problem().sentence()).toList());
    }

    private static Stream<Node> nodes(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(it -> nodes(it).forEach(all::add));
        }
        return all.stream();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Closes, whatever is not saved; a fault of the program's on the way fails the test.
    @Override
    public void close() throws Exception {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        Screen.tell(app::stop);
        FxToolkit.cleanupStages();
        Screen.tell(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        assertThat(Screen.ask(() -> problems().last().filter(it -> it.severity() == Problem.Severity.FAULT)))
                .as("faults of the program").isEmpty();
    }
}
