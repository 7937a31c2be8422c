package dev.unbraid.app.shell;

import dev.unbraid.app.fx.Gradually;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.problems.ProblemCards;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.session.Recoverable;
import dev.unbraid.ui.Messages;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The one window: builds its inside, and opens and closes it.
public final class MainWindow {
    private final Stage stage;
    private final Desk desk;
    private final Messages messages;
    private final Sheet sheet = new Sheet();
    private final Features.Wishes wishes;
    private final List<Runnable> rehearsal;
    private final DocumentFiles files;
    private final Commands commands;
    private final StatusBar status;
    private final Recovery recovery;
    private boolean closing;

    /// What surrounds the desk.
    ///
    /// @param versions    of what the program is made of, a line each, for reports
    /// @param demoSong    unpacks the song that comes with the program; not for the screen's thread
    /// @param recoverable finds what a crash has left; not for the screen's thread
    public record Surroundings(
            Problems problems, List<String> versions, Callable<Path> demoSong, Callable<List<Recoverable>> recoverable) {}

    public MainWindow(Stage stage, Desk desk, Features features, Surroundings surroundings) {
        this.stage = stage;
        this.desk = desk;
        this.messages = Messages.of("shell", desk.locale());
        Problems problems = surroundings.problems();
        new ViewMemory(desk);
        wishes = features.wishes();
        rehearsal = features.rehearsal();
        files = new DocumentFiles(desk, problems, new SystemFileChoices(stage, messages), sheet);
        files.onMany(songs -> wishes.separateMany(stage, songs));
        recovery = new Recovery(desk, problems, sheet, surroundings.recoverable());
        Report report = new Report(surroundings.versions(), problems);
        commands = new Commands(List.of(
                new FileCommands(desk, stage, files, features.wishes(), () -> files.openWhenThere(surroundings.demoSong())).list(),
                new EditCommands(desk).list(),
                new ViewCommands(desk, features.zoom()).list(),
                new PlayCommands(desk).list(),
                new LaneCommands(desk).list(),
                new HelpCommands(messages, problems, report, sheet, this::showKeys).list()));
        status = new StatusBar(desk, features.jobs(), messages);
        DropTarget drop = new DropTarget(messages);
        Scene scene = new Scene(new ShellView(
                desk,
                new TopBar(desk, new MainMenu(commands, files, messages), commands, features),
                features,
                status,
                new ShellView.Over(new EmptyState(files, commands, messages), new ProblemCards(problems), drop, sheet)));
        drop.listenTo(scene, files::open);
        new TimelineMenu(commands, messages).listenTo(features.timeline());
        new KeyBindings(commands, sheet).listenTo(scene);
        scene.focusOwnerProperty().addListener((_, before, now) -> keepFocusOnSheet(before, now));
        new ThemeSwitch(desk, scene);
        stage.setScene(scene);
        stage.titleProperty().bind(Bindings.createStringBinding(
                this::title, desk.session().activeSongProperty(), desk.session().modifiedProperty()));
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::closeRequested);
        WindowLayout.restore(stage, desk.settings().get().window());
    }

    /// @param pointedAt files and folders from the command line
    public void show(List<Path> pointedAt) {
        stage.show();
        // Else the first button would have the focus, and with it the space bar.
        stage.getScene().getRoot().requestFocus();
        recovery.offerThen(() -> {
            Gradually beginning = new Gradually(stage.getScene().getRoot());
            rehearsal.forEach(beginning::then);
            beginning.then(() -> files.open(pointedAt));
        });
    }

    public Commands commands() {
        return commands;
    }

    /// Files and folders, as if they had been dropped.
    public void open(List<Path> pointedAt) {
        files.open(pointedAt);
    }

    private void showKeys() {
        new CheatSheet(commands, messages).showOn(sheet);
    }

    private String title() {
        Optional<String> song = desk.session().activeSong().map(it -> it.title());
        boolean modified = desk.session().modifiedProperty().get();
        return song.map(it -> messages.text(modified ? "window.modified" : "window.song", it)).orElse(messages.text("window"));
    }

    private void keepFocusOnSheet(@Nullable Node before, @Nullable Node now) {
        if (now != null && before != null && !sheet.admits(now) && sheet.admits(before)) {
            before.requestFocus();
        }
    }

    private void closeRequested(WindowEvent request) {
        if (!closing) {
            request.consume();
            askOfQueue(() -> files.guarded(this::close));
        }
    }

    private void askOfQueue(Runnable step) {
        if (!wishes.isQueueBusy()) {
            step.run();
            return;
        }
        new Question(sheet, messages.text("queue.title"), messages.text("queue.words"))
                .answer(messages.text("queue.quit"), step)
                .answer(messages.text("queue.stay"), () -> { })
                .ask();
    }

    private void close() {
        closing = true;
        status.stop();
        WindowLayout.remember(stage, desk);
        stage.close();
    }
}
