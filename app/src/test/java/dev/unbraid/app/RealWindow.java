package dev.unbraid.app;

import dev.unbraid.app.fx.EveryFrame;
import dev.unbraid.app.fx.FxThread;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.shell.MainWindow;
import dev.unbraid.engine.Engine;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The window as [UnbraidApp] opens it, with its parts within reach of those that take its picture or time it. Its
/// folders are the process's: give the process an `UNBRAID_HOME` of its own. Called from any thread but JavaFX's.
public final class RealWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final int QUIET_LOOKS = 6;
    private static final int FRAMES_TO_SHOW = 4;

    private final AppContext context;
    private final MainWindow window;
    private final Stage stage = new Stage();

    private RealWindow() throws IOException {
        Engine engine = Engine.ofThisProcess();
        context = AppContext.open(engine.folders(), engine::openSession);
        window = WindowParts.windowOn(stage, context, engine.folders(), engine.finishedWork(), engine::recoverable);
        stage.setX(0);
        stage.setY(0);
        window.show(List.of());
    }

    /// What is done with the window while it is open.
    public interface Errand {
        void run(RealWindow real) throws Exception;
    }

    /// Opens the window, does something with it, and ends the process: the screen's thread would go on.
    public static void during(Errand errand) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        int outcome = 0;
        try (RealWindow real = ask(RealWindow::new)) {
            errand.run(real);
        } catch (Exception e) {
            e.printStackTrace();
            outcome = 1;
        }
        System.exit(outcome);
    }

    /// On the JavaFX thread.
    public Desk desk() {
        return context.desk();
    }

    public Stage stage() {
        return stage;
    }

    /// As if its key had been pressed, whether it can be done now or not.
    public void command(String id) throws Exception {
        run(window.commands().named(id).action());
    }

    public static <T> T ask(Callable<T> question) throws Exception {
        FutureTask<T> answer = new FutureTask<>(question);
        new FxThread().execute(answer);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    public static void run(Runnable task) throws Exception {
        ask(() -> {
            task.run();
            return true;
        });
    }

    /// Waits until a job is over.
    ///
    /// @throws IllegalStateException if it failed
    public static void await(Job job) throws InterruptedException {
        while (!job.state().isOver()) {
            Thread.sleep(1);
        }
        if (job.state() instanceof JobState.Failed(Exception cause)) {
            throw new IllegalStateException(cause);
        }
    }

    /// Waits until no more tiles come and what came is painted.
    public void settle() throws InterruptedException {
        long before = -1;
        for (int quiet = 0; quiet < QUIET_LOOKS; ) {
            Thread.sleep(100);
            long tiles = context.desk().tiles().stats().tiles();
            quiet = tiles == before ? quiet + 1 : 0;
            before = tiles;
        }
        awaitFrames();
    }

    /// Waits until the screen has shown what was changed before.
    private static void awaitFrames() throws InterruptedException {
        CountDownLatch frames = new CountDownLatch(FRAMES_TO_SHOW);
        EveryFrame counter = new EveryFrame(frames::countDown);
        counter.setOn(true);
        frames.await();
        counter.setOn(false);
    }

    @Override
    public void close() throws Exception {
        run(() -> {
            stage.close();
            context.close();
        });
    }
}
