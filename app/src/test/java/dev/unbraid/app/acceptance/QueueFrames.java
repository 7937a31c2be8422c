package dev.unbraid.app.acceptance;

import dev.unbraid.app.RealWindow;
import dev.unbraid.app.WholeApp;
import dev.unbraid.app.queue.QueueWindow;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javafx.stage.Window;

import javax.imageio.ImageIO;

/// Measures how long a frame keeps the screen's thread busy while 500 songs are queued and one is taken apart: `FOLDER`,
/// and with a second argument takes pictures to there.
///
/// A pulse is from its first listener to the end of layout, by the clock and as processor time of the thread.
final class QueueFrames {
    private static final int SONGS = 500;
    private static final int FRAMES = 300;
    private static final int WARM_UP = 60;
    private static final double LONG_SECONDS = 150;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private QueueFrames() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path songs = songs(folder.resolve("Songs"));
        Miniature network = Miniature.stepwise();
        Home home = Home.in(folder.resolve("home"));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        WholeApp app = RealWindow.ask(() -> new WholeApp(new Stage(), home.engine(network), List.of()));
        try (FxWatch watch = new FxWatch()) {
            QueueWindow queue = RealWindow.ask(() -> new QueueWindow(app.desk(), _ -> { }));
            watch.phase("adding");
            RealWindow.run(() -> queue.show(Window.getWindows().getFirst(), List.of(songs)));
            Scene scene = RealWindow.ask(() -> Window.getWindows().getLast().getScene());
            await(() -> scene.lookup(".ub-queue-bar .ub-primary") != null);
            await(() -> primary(scene).getText().contains(Integer.toString(SONGS - 1)) && !primary(scene).isDisabled());
            shoot(args, scene, "queue-set-up");
            RealWindow.run(() -> primary(scene).fire());
            AtomicBoolean over = new AtomicBoolean();
            Thread pace = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    network.let(1);
                    pause(50);
                }
            });
            watch.phase("one at work");
            report("one at work", measure(scene, _ -> { }));
            shoot(args, scene, "queue-at-work");
            watch.phase("scrolling");
            ListView<?> list = RealWindow.ask(() -> (ListView<?>) scene.lookup(".ub-queue-list"));
            report("one at work, scrolling", measure(scene, frame -> list.scrollTo(frame % (SONGS - 20))));
            over.set(true);
            pace.join();
            watch.phase("many end");
            network.letAll();
            report("as many end as can", measure(scene, _ -> { }));
            shoot(args, scene, "queue-many-done");
            watch.close();
            System.err.print(watch.report());
        }
        System.exit(0);
    }

    private static Path songs(Path folder) throws Exception {
        Path one = Sounds.noise(folder.getParent().resolve("one.wav"), 1);
        for (int i = 1; i < SONGS; i++) {
            Path album = Files.createDirectories(folder.resolve("Album %02d".formatted(i / 25)));
            Files.copy(one, album.resolve("%03d A song of several words.wav".formatted(i)));
        }
        Sounds.noise(folder.resolve("000 A long one.wav"), LONG_SECONDS);
        Files.writeString(Files.createDirectories(folder.resolve("Album 00")).resolve("001 A song of several words.wav"), "no sound");
        return folder;
    }

    private static Button primary(Scene scene) {
        return (Button) scene.lookup(".ub-queue-bar .ub-primary");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!RealWindow.ask(condition)) {
            pause(20);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void shoot(String[] args, Scene scene, String name) throws Exception {
        if (args.length > 1) {
            pause(600);
            Node root = scene.getRoot();
            File file = Path.of(args[1]).resolve(name + ".png").toFile();
            RealWindow.ask(() -> ImageIO.write(SwingFXUtils.fromFXImage(root.snapshot(null, null), null), "png", file));
        }
    }

    /// @return nanoseconds of each frame: the pulse's, and those of the processor
    private static long[][] measure(Scene scene, IntConsumer move) throws Exception {
        long[][] times = new long[2][FRAMES];
        CountDownLatch done = new CountDownLatch(1);
        RealWindow.run(() -> new AnimationTimer() {
            private int frame = -WARM_UP;
            private long begun;
            private long busy;
            private final Runnable after = () -> {
                if (frame > 0 && frame <= FRAMES) {
                    times[0][frame - 1] = System.nanoTime() - begun;
                    times[1][frame - 1] = THREADS.getCurrentThreadCpuTime() - busy;
                }
            };

            {
                scene.addPostLayoutPulseListener(after);
            }

            @Override
            public void handle(long now) {
                begun = System.nanoTime();
                busy = THREADS.getCurrentThreadCpuTime();
                if (frame == FRAMES) {
                    stop();
                    scene.removePostLayoutPulseListener(after);
                    done.countDown();
                    return;
                }
                move.accept(frame + WARM_UP);
                frame++;
            }
        }.start());
        done.await();
        return times;
    }

    private static void report(String what, long[][] times) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", what, spread(times[0]), spread(times[1]));
    }

    private static String spread(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.2f, %.2f, %.2f ms", sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6, sorted[sorted.length - 1] / 1e6);
    }
}
