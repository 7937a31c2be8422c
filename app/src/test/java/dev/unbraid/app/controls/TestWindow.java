package dev.unbraid.app.controls;

import dev.unbraid.app.fx.FxThread;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Song;
import dev.unbraid.session.Separators;
import dev.unbraid.ui.ThemeColours;
import dev.unbraid.ui.UiResources;
import org.testfx.api.FxRobot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A window on a real screen over a real session, for one feature's view.
public final class TestWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final TestDesk desk;
    private final Stage stage = new Stage();

    private TestWindow(Path folder, Separators separators) throws IOException {
        desk = new TestDesk(folder, separators);
    }

    /// @param view of the desk
    public static TestWindow open(Path folder, Separators separators, Function<Desk, Parent> view) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            started.countDown();
        }
        started.await();
        Platform.setImplicitExit(false);
        TestWindow opened = ask(() -> {
            TestWindow window = new TestWindow(folder, separators);
            Scene scene = new Scene(new StackPane(view.apply(window.desk())), 900, 600);
            scene.getStylesheets().setAll(UiResources.stylesheets(ThemeColours.DARK));
            window.stage.setScene(scene);
            window.stage.setX(0);
            window.stage.setY(0);
            window.stage.show();
            return window;
        });
        keepFocus(opened.stage);
        return opened;
    }

    /// Without a window manager a window that comes up under the pointer has the focus only while the pointer is there, so
    /// that a pop-up which the pointer goes to closes itself; and a wish for it older than the last change of focus, which
    /// may be another test's, is ignored. After a key the wish is new.
    public static void keepFocus(Stage stage) throws Exception {
        new FxRobot().moveTo(stage).press(KeyCode.SHIFT).release(KeyCode.SHIFT);
        tell(stage::requestFocus);
        until(stage::isFocused);
    }

    /// Opens a song of a tenth of a second.
    public void open(Path file) throws Exception {
        AudioFormat format = new AudioFormat(44_100, 16, 2, true, false);
        byte[] silence = new byte[4_410 * format.getFrameSize()];
        try (var sound = new AudioInputStream(new ByteArrayInputStream(silence), format, 4_410)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        tell(() -> desk.session().open(file));
        until(() -> desk().session().activeSong().flatMap(it -> desk.session().sound(it.mix().asset()))
                .filter(AudioAsset::isComplete).isPresent());
    }

    /// Gives the open song stems that all sound like it.
    public void separate() throws Exception {
        tell(() -> {
            Song song = desk().session().activeSong().orElseThrow();
            desk.session().edit(new Edit.AddStems(song.id(), TestSongs.stems(song.mix().asset()), TestSongs.RECIPE));
        });
    }

    public Desk desk() {
        return desk.desk();
    }

    public Stage stage() {
        return stage;
    }

    /// On the screen's thread.
    public static <T> T ask(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        new FxThread().execute(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// On the screen's thread.
    public static void tell(Runnable wish) throws Exception {
        ask(() -> {
            wish.run();
            return true;
        });
    }

    /// Waits until it holds on the screen's thread.
    public static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!ask(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to hold");
            }
            Thread.sleep(20);
        }
    }

    /// The nodes of a type that are shown in any window. On the screen's thread.
    public static <T extends Node> List<T> shown(Class<T> type) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(it -> it.getScene().getRoot().lookupAll("*"))
                .flatMap(Collection::stream)
                .filter(it -> it.isVisible() && it.localToScreen(it.getLayoutBounds()) != null)
                .flatMap(it -> type.isInstance(it) ? Stream.of(type.cast(it)) : Stream.empty())
                .toList();
    }

    @Override
    public void close() {
        try {
            tell(() -> {
                List.copyOf(Window.getWindows()).forEach(Window::hide);
                desk.close();
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
