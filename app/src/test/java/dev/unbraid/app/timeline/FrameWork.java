package dev.unbraid.app.timeline;

import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Song;
import dev.unbraid.ui.ThemeColours;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/// Measures how long a frame keeps the screen's thread busy: 5 lanes of 5 minutes, 1600x1000.
///
/// Our work is that of [TimelineView#paintNow], by the clock and as the processor time of the thread, which other load on
/// the machine does not lengthen; the pulse's is that from its first listener to the end of layout, with ours in it.
final class FrameWork {
    private static final int FRAMES = 300;
    private static final int WARM_UP = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FrameWork() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("frames");
        List<String> stems = List.of("drums", "bass", "other", "vocals");
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            files.add(SoundFiles.music(folder.resolve(i + ".wav"), 300L * SoundFiles.RATE, i));
        }
        try (Rig rig = Rig.open(folder.resolve("desk"), ThemeColours.DARK, 1_600, 1_000)) {
            Song song = rig.open(files.getFirst(), stems, files.subList(1, 5));
            for (LaneView look : List.of(LaneView.WAVEFORM, LaneView.SPECTROGRAM)) {
                for (boolean map : new boolean[] {false, true}) {
                    Rig.onScreen(() -> {
                        rig.desk.view().stemMapShownProperty().set(map);
                        song.lanes().forEach(it -> show(rig, it, look));
                    });
                    String what = look + (map ? " + stem map" : "");
                    report(what + " scroll", measure(rig, FrameWork::prepare, frame -> rig.view.scrollBy(7 / 1_368.0), rig.view));
                    report(what + " zoom", measure(rig, TimelineView::fit, _ -> rig.view.zoom(600, 1.022), rig.view));
                }
            }
        }
        System.exit(0);
    }

    private static void prepare(TimelineView view) {
        view.fit();
        view.zoom(600, 15);
    }

    private static void show(Rig rig, Lane lane, LaneView look) {
        rig.session.amend(new Edit.SetLook(lane.id(), lane.look().withView(look)));
    }

    private interface Start {
        void at(TimelineView view);
    }

    /// @return nanoseconds of each frame: ours, the pulse's, ours of the processor
    private static long[][] measure(Rig rig, Start start, IntConsumer move, TimelineView view) throws Exception {
        Rig.onScreen(() -> start.at(view));
        rig.settle();
        long[][] times = new long[3][FRAMES];
        CountDownLatch done = new CountDownLatch(1);
        Rig.onScreen(() -> new AnimationTimer() {
            private int frame = -WARM_UP;
            private long begun;
            private final Runnable after = () -> {
                if (frame > 0 && frame <= FRAMES) {
                    times[1][frame - 1] = System.nanoTime() - begun;
                }
            };

            {
                rig.stage.getScene().addPostLayoutPulseListener(after);
            }

            @Override
            public void handle(long now) {
                begun = System.nanoTime();
                long busy = THREADS.getCurrentThreadCpuTime();
                if (frame == FRAMES) {
                    stop();
                    rig.stage.getScene().removePostLayoutPulseListener(after);
                    done.countDown();
                    return;
                }
                move.accept(frame);
                view.paintNow();
                if (frame >= 0) {
                    times[0][frame] = System.nanoTime() - begun;
                    times[2][frame] = THREADS.getCurrentThreadCpuTime() - busy;
                }
                frame++;
            }
        }.start());
        done.await();
        return times;
    }

    private static void report(String what, long[][] times) {
        System.out.printf(Locale.ROOT, "%-28s ours %s   processor %s   pulse %s%n",
                what, spread(times[0]), spread(times[2]), spread(times[1]));
    }

    private static String spread(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "median %.2f 95 %% %.2f worst %.2f ms", sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6, sorted[sorted.length - 1] / 1e6);
    }
}
