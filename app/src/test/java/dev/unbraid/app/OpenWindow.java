package dev.unbraid.app;

import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestSongs;
import dev.unbraid.app.controls.TestWindow;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.problems.UncaughtProblems;
import dev.unbraid.app.shell.MainWindow;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.engine.DemoSong;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Song;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Session;
import dev.unbraid.settings.Settings;
import dev.unbraid.settings.SettingsFile;
import dev.unbraid.settings.UserFolders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The real window over a real session, in folders of its own; nothing to separate with.
final class OpenWindow implements AutoCloseable {
    final AppContext context;
    final MainWindow window;
    final Stage stage;

    private OpenWindow(UserFolders folders, List<Path> pointedAt) throws Exception {
        context = AppContext.open(folders, owner -> new Session(folders.cache().resolve("session"), new NoModels(), owner));
        new UncaughtProblems(context.problems()).install();
        stage = new Stage();
        window = WindowParts.windowOn(stage, context, folders,
                new FinishedWork(folders.cache().resolve("finished"), () -> FinishedWork.USUAL_LIMIT_BYTES), List::of);
        stage.setX(0);
        stage.setY(0);
        window.show(pointedAt);
    }

    /// @param home     for settings, sounds and all else
    /// @param language a BCP 47 tag
    static OpenWindow in(Path home, String language, Path... pointedAt) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            started.countDown();
        }
        started.await();
        Platform.setImplicitExit(false);
        UserFolders folders = new UserFolders(home.resolve("data"), home.resolve("cache"), home.resolve("config"));
        new SettingsFile(folders).save(Settings.USUAL
                .withAppearance(new Settings.Appearance(Settings.Theme.DARK, language, 100))
                .withWindow(new Settings.Window(1280, 800, false, true, 0)));
        return TestWindow.ask(() -> new OpenWindow(folders, List.of(pointedAt)));
    }

    Desk desk() {
        return context.desk();
    }

    Song song() {
        return desk().session().activeSong().orElseThrow();
    }

    /// Puts the song that comes with the program there.
    static Path demo(Path file) throws Exception {
        try (DemoSong demo = DemoSong.unpack()) {
            return Files.copy(demo.file(), file);
        }
    }

    /// Opens a file and waits until it is read.
    void openSong(Path file) throws Exception {
        TestWindow.tell(() -> window.open(List.of(file)));
        TestWindow.until(() -> isRead(1));
    }

    boolean isRead(int songs) {
        return desk().session().project().songs().size() == songs
                && desk().session().jobs().stream().allMatch(it -> it.state() instanceof JobState.Done);
    }

    /// Gives the song stems that all sound like it, and waits for their headers.
    void separate() throws Exception {
        TestWindow.tell(() -> desk().session().session().edit(new Edit.AddStems(
                song().id(), TestSongs.stems(song().mix().asset()), TestSongs.RECIPE)));
        TestWindow.until(() -> stage.getScene().lookup("#lane-vocals .ub-lane-name") != null);
        TestWindow.tell(() -> stage.getScene().getRoot().layout());
    }

    /// Whether a label with these words can be seen.
    static boolean says(String words) {
        return TestWindow.shown(Label.class).stream().anyMatch(it -> it.getText().contains(words) && isSeen(it));
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    @Override
    public void close() {
        try {
            TestWindow.tell(() -> {
                stage.hide();
                context.close();
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
