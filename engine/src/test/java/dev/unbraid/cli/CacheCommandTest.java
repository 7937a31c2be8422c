package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.cache.KeptSegments;
import dev.unbraid.separation.SegmentKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CacheCommandTest {
    @TempDir
    Path home;

    private KeptSegments keepOne() throws IOException {
        FinishedWork work = new FinishedWork(home.resolve("cache/finished"), () -> 1L << 40);
        KeptSegments kept = work.segments("mix", "net", Runnable::run);
        kept.put(new SegmentKey(0, 0, 2, 250_000), new float[500_000]);
        return kept;
    }

    @Test
    void itSaysWhereAndHowMuch() throws IOException {
        assertThat(Run.in(home, "cache", "path").out().strip()).isEqualTo(home.resolve("cache/finished").toString());
        assertThat(Run.in(home, "cache", "size").out())
                .contains("0 MB of at most 20,000 MB are taken: 0 MB by stems, 0 MB by unfinished separations.");
        keepOne().close();
        assertThat(Run.in(home, "cache", "size").out()).contains("3 MB by unfinished separations");
        assertThat(Run.in(home, "cache", "size", "--json").out())
                .contains("\"segmentBytes\":2000040").contains("\"limitBytes\":20000000000");
    }

    @Test
    void theLimitIsThePreferences() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/settings.json"), "{\"separation\": {\"keptGigabytes\": 3.5}}");
        assertThat(Run.in(home, "cache", "size").out()).contains("of at most 3,500 MB");
    }

    @Test
    void clearingLeavesWhatIsInUseAndSaysSo() throws IOException {
        assertThat(Run.in(home, "cache", "clear").out()).contains("There was nothing to clear.");
        try (KeptSegments _ = keepOne()) {
            assertThat(Run.in(home, "cache", "clear").out())
                    .contains("0 MB are free again. 3 MB stayed, for a separation that runs now uses them.");
        }
        assertThat(Run.in(home, "cache", "clear", "--json").out()).contains("\"freedBytes\":2000040,\"inUseBytes\":0");
        assertThat(Run.in(home, "cache", "size").out()).contains("0 MB of");
    }

    @Test
    void withoutAWordOfWhatToDoItAsks() {
        Run run = Run.in(home, "cache");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("path, size or clear");
    }
}
