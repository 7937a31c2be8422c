package dev.unbraid.app.timeline;

import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestDesk;
import dev.unbraid.app.fx.EveryFrame;
import dev.unbraid.app.fx.FxThread;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.playback.Transport;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Song;
import dev.unbraid.project.Strip;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Session;
import dev.unbraid.ui.ThemeColours;
import dev.unbraid.ui.UiResources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/// A timeline in a window of its own over a real session.
final class Rig implements AutoCloseable {
    static final Map<String, String> COLOURS = Map.of(
            "drums", "#f2a93b", "bass", "#5ec4a0", "other", "#6e9cf5", "vocals", "#f06e96");

    private final TestDesk parts;
    final Session session;
    final Transport transport;
    final Desk desk;
    final TimelineView view;
    final Stage stage;

    /// On the JavaFX thread.
    private Rig(Path folder, ThemeColours theme, double width, double height) throws IOException {
        parts = new TestDesk(folder, new NoModels());
        session = parts.session();
        transport = parts.transport();
        desk = parts.desk();
        desk.view().themeProperty().set(theme);
        UiResources.fonts().forEach(font -> Font.loadFont(font.toExternalForm(), 12));
        view = new TimelineView(desk, new RowHeaders(this::header, this::header, this::header));
        stage = new Stage();
        Scene scene = new Scene(view, width, height);
        scene.getStylesheets().setAll(UiResources.stylesheets(theme));
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private Label header(LaneId lane) {
        Label header = new Label(session.project().lane(lane).map(Lane::name).orElse(""));
        header.setId("header-" + lane.value());
        header.setStyle("-fx-padding: 12 14 12 14; -fx-font-weight: 600");
        return header;
    }

    static Rig open(Path folder, ThemeColours theme, double width, double height) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException running) {
            started.countDown();
        }
        started.await();
        Platform.setImplicitExit(false);
        return onScreenThread(() -> new Rig(folder, theme, width, height));
    }

    static <T> T onScreenThread(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        new FxThread().execute(future);
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    static void onScreen(Runnable task) throws Exception {
        onScreenThread(() -> {
            task.run();
            return true;
        });
    }

    /// Opens a song and waits until it is read.
    Song open(Path file) throws Exception {
        Job job = onScreenThread(() -> session.open(file));
        while (!job.state().isOver()) {
            Thread.sleep(20);
        }
        if (job.state() instanceof JobState.Failed failed) {
            throw new IllegalStateException(failed.cause());
        }
        return onScreenThread(() -> session.project().songs().getLast());
    }

    /// Opens a song and gives it stems that are songs of their own on disk.
    Song open(Path mix, List<String> stems, List<Path> files) throws Exception {
        List<Lane> lanes = new ArrayList<>();
        List<Song> donors = new ArrayList<>();
        for (int i = 0; i < stems.size(); i++) {
            Song donor = open(files.get(i));
            donors.add(donor);
            String name = stems.get(i);
            lanes.add(new Lane(new LaneId("stem-" + name), Character.toUpperCase(name.charAt(0)) + name.substring(1), name,
                    donor.mix().asset(), Strip.NEUTRAL, new LaneLook(LaneView.WAVEFORM, 92, COLOURS.get(name))));
        }
        Song song = open(mix);
        onScreen(() -> {
            session.amend(new Edit.AddStems(song.id(), lanes, new Recipe("0", "true", stems, 0, 0.25, 0, List.of())));
            donors.forEach(donor -> session.amend(new Edit.RemoveSong(donor.id())));
        });
        return onScreenThread(() -> session.project().song(song.id()).orElseThrow());
    }

    /// Waits until it holds.
    ///
    /// @param condition asked on the JavaFX thread
    static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!onScreenThread(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it still does not hold");
            }
            Thread.sleep(10);
        }
    }

    /// Waits until the screen was painted so often: whatever came before was heard by then.
    static void frames(int count) throws Exception {
        CountDownLatch painted = new CountDownLatch(count);
        EveryFrame frames = new EveryFrame(painted::countDown);
        onScreen(() -> frames.setOn(true));
        try {
            if (!painted.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the screen is not painted");
            }
        } finally {
            onScreen(() -> frames.setOn(false));
        }
    }

    /// Waits until nothing is left to be painted.
    void settle() throws Exception {
        int before = -1;
        for (int quiet = 0; quiet < 6; ) {
            Thread.sleep(100);
            int tiles = desk.tiles().stats().tiles();
            quiet = tiles == before ? quiet + 1 : 0;
            before = tiles;
        }
    }

    @Override
    public void close() throws Exception {
        onScreen(() -> {
            stage.close();
            parts.close();
        });
    }
}
