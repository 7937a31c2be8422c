package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.Lane;
import dev.unbraid.session.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;

/// One visit to everything, watched: the screen's thread answers all the time, and nobody complains.
@NeedsDisplay
class WholeRunTest {
    private static final String SLOWEST = "slowest of its own: ";
    /// What the thread may compute at a stretch once the program is warm. The aim is 50 ms on a quiet machine of 2026;
    /// the rest is for slow ones and for a compiler that is not done.
    private static final double LIMIT_MS = 250;

    @TempDir
    Path folder;

    @Test
    void theScreenAnswersAndNobodyComplains() throws Exception {
        OwnProcess visitor = OwnProcess.start(Visitor.class, folder, Map.of());
        String report = visitor.outcome();
        System.out.println(report);
        assertThat(visitor.complaints()).isEmpty();
        List<Double> slowest = report.lines().filter(it -> it.startsWith(SLOWEST))
                .map(it -> Double.valueOf(it.substring(SLOWEST.length()))).toList();
        assertThat(slowest).hasSize(2);
        assertThat(slowest.getLast()).as("milliseconds at a stretch, warm%n%s", report).isLessThan(LIMIT_MS);
    }

    /// Makes the same visit twice: the first one loads and compiles what it sees.
    static final class Visitor {
        private Visitor() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Path song = Sounds.noise(folder.resolve("song.wav"), 60);
            Screen.start();
            for (String round : List.of("cold", "warm")) {
                FxWatch watch = new FxWatch();
                try (WindowUnderTest window =
                        WindowUnderTest.open(Home.in(folder.resolve(round)).engine(Miniature.swift()), song)) {
                    visit(window, watch);
                    watch.phase("closing");
                }
                watch.close();
                System.out.println(round + ": " + watch.report());
                System.out.println(SLOWEST + watch.stalls().stream().mapToDouble(FxWatch.Stall::ownMs).max().orElse(0));
            }
            System.exit(0);
        }

        private static void visit(WindowUnderTest window, FxWatch watch) throws Exception {
            watch.phase("reading a song");
            window.awaitSongs(1);
            watch.phase("playing");
            window.press(KeyCode.SPACE);
            Thread.sleep(500);
            watch.phase("separating");
            SeparationTest.separate(window);
            window.awaitEnd(Job.Kind.SEPARATION);
            watch.phase("showing spectrograms");
            window.press(KeyCode.ALT, KeyCode.DIGIT2);
            Thread.sleep(1_000);
            watch.phase("showing both");
            window.press(KeyCode.ALT, KeyCode.DIGIT3);
            Thread.sleep(500);
            watch.phase("zooming");
            for (int i = 0; i < 6; i++) {
                window.press(KeyCode.PLUS);
            }
            window.press(KeyCode.F);
            watch.phase("mixing");
            for (Lane stem : window.song().stems()) {
                window.click(WindowUnderTest.laneQuery(stem) + " .ub-mute");
                window.click(WindowUnderTest.laneQuery(stem) + " .ub-solo");
            }
            watch.phase("showing dialogs");
            dialog(window, KeyCode.CONTROL, KeyCode.E);
            dialog(window, KeyCode.CONTROL, KeyCode.COMMA);
            dialog(window, KeyCode.F1);
            watch.phase("undoing all");
            while (Screen.ask(() -> window.session().toUndo().isPresent())) {
                window.press(KeyCode.CONTROL, KeyCode.Z);
            }
            watch.phase("redoing all");
            while (Screen.ask(() -> window.session().toRedo().isPresent())) {
                window.press(KeyCode.CONTROL, KeyCode.Y);
            }
        }

        private static void dialog(WindowUnderTest window, KeyCode... keys) throws InterruptedException {
            window.press(keys);
            window.focusNewest();
            Thread.sleep(300);
            window.press(KeyCode.ESCAPE);
            window.focusNewest();
        }
    }
}
