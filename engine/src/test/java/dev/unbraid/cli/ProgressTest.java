package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.cli.Step.Extent;
import dev.unbraid.cli.Step.Unit;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;

class ProgressTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter err = new PrintWriter(text, true);
    private final AtomicLong nanos = new AtomicLong();
    private final Pace pace = new Pace(nanos::get);

    private static Step segments(String subject, int done, int total) {
        return new Step("Separating", subject,
                new Extent(done, OptionalDouble.of(total), Unit.SEGMENTS), OptionalDouble.of(3.0 * (total - done)));
    }

    @Test void aBarTellsSegmentsRateAndTimeLeftAndFitsItsScreen() {
        for (int columns : new int[] {20, 40, 60, 80, 200}) {
            text.getBuffer().setLength(0);
            ProgressBar bar = new ProgressBar(err, columns, new Pace(nanos::get));
            bar.show(segments("A song with a very long name 绊.flac", 0, 40));
            nanos.addAndGet(6_000_000_000L);
            bar.show(segments("A song with a very long name 绊.flac", 2, 40));
            String shown = text.toString().substring(text.toString().lastIndexOf("\u001b[K") + 3);
            assertThat(shown.length()).isLessThan(columns);
            if (columns >= 80) {
                assertThat(shown).contains("2/40 segments").contains("3.00 s/segment").contains("1:54 left").contains("[");
            }
        }
    }

    @Test void aBarIsNotDrawnMoreOftenThanAnEyeCanFollow() {
        ProgressBar bar = new ProgressBar(err, 80, pace);
        for (int i = 0; i < 1000; i++) {
            nanos.addAndGet(1_000_000);
            bar.show(segments("song", i, 1000));
        }
        assertThat(text.toString().chars().filter(c -> c == '\r').count()).isBetween(9L, 12L);
    }

    @Test void plainLinesComeOncePerTenth() {
        ProgressLines lines = new ProgressLines(err, nanos::get);
        for (int i = 0; i <= 200; i++) {
            nanos.addAndGet(3_000_000_000L);
            lines.show(segments("song.mp3", i, 200));
        }
        assertThat(text.toString().lines()).hasSize(11).contains("Separating song.mp3: 50 % (100/200 segments, 5:00 left)");
    }

    @Test void aQuickTaskIsOnePlainLine() {
        ProgressLines lines = new ProgressLines(err, nanos::get);
        for (int i = 0; i <= 200; i++) {
            lines.show(segments("song.mp3", i, 200));
        }
        assertThat(text.toString().lines()).hasSize(1);
    }

    @Test void aTaskOfUnknownLengthHasNoBar() {
        Step step = new Step("Fetching", "x", new Extent(12, OptionalDouble.empty(), Unit.SECONDS), OptionalDouble.empty());
        new ProgressBar(err, 80, pace).show(step);
        assertThat(text.toString()).contains("Fetching x").contains("0:12").doesNotContain("[-").doesNotContain("[#");
    }
}
