package dev.unbraid.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// `unbraid separate` as it is, with the miniature network in its worker process: that worker killed, which it outlives,
/// and now and then itself, which its worker must not.
///
/// `-Dunbraid.test.worker.kills=N` kills N of them; none in a usual build, which has `WorkerProcessTest`. Samples are compared as nearly as golden numbers are: PyTorch rounds
/// otherwise in some processes, whether one was killed or not.
@Timeout(value = 3, unit = TimeUnit.HOURS)
class WorkerKillsTest {
    private static final int KILLS = Integer.getInteger("unbraid.test.worker.kills", 0);
    private static final long SEED = Long.getLong("unbraid.test.seed", System.nanoTime());
    private static final int BLOCK = 1 << 14;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private Home home;
    private RandomSong song;
    private Path calm;
    private Path out;

    @BeforeEach
    void separateUndisturbed() throws Exception {
        assumeThat(KILLS).as("-Dunbraid.test.worker.kills=N says how many").isPositive();
        home = Home.withMiniature(folder.resolve("home"));
        song = RandomSong.random(folder.resolve("song.wav"), random, 6);
        calm = folder.resolve("calm");
        out = folder.resolve("out");
        Victim victim = Victim.command(home, song.separate(calm));
        assertThat(victim.end()).as("%s %s", victim.said(), victim.errors()).isZero();
        victim.assertNoOrphans();
    }

    @AfterEach
    void unlink() throws IOException {
        if (KILLS > 0) {
            home.unlink();
        }
    }

    @Test
    void aWorkerThatIsKilledCostsNothingAndNoWorkerOutlivesItsCommand() throws Exception {
        int workers = 0;
        int commands = 0;
        Map<Path, Home.Identity> seen = new HashMap<>();
        while (workers + commands < KILLS || commands == 0) {
            Victim victim = Victim.command(home, song.separate(out, "--overwrite"));
            awaitSegments(victim);
            if (workers + commands < KILLS - 1 || workers == 0) {
                workers += killWorkers(victim);
                assertMadeOnce(seen);
                assertThat(victim.end()).as("seed %d: %s %s", SEED, victim.said(), victim.errors()).isZero();
                assertSound();
                seen.clear();
            } else {
                victim.kill();
                commands++;
                assertMadeOnce(seen);
            }
            victim.assertNoOrphans();
            Sentences.assertUnderstandable(Sentences.of(victim));
            Home.grow(Files.createDirectories(out), ".part");
        }
        Victim last = Victim.command(home, song.separate(out, "--overwrite"));
        assertThat(last.end()).as("seed %d: %s %s", SEED, last.said(), last.errors()).isZero();
        last.assertNoOrphans();
        assertThat(Sentences.events(last, "result").getFirst().get("reusedSegments").getAsInt()).isEqualTo(seen.size());
        assertSound();
        assertThat(Home.tree(home.temporary())).isEmpty();
        System.out.printf("worker: seed %d, %d workers and %d commands killed%n", SEED, workers, commands);
    }

    /// Lets it come to some moment, which may be before the worker has begun.
    private void awaitSegments(Victim victim) throws Exception {
        int more = 1 + random.nextInt(6);
        int before = home.segments().size();
        while (victim.isAlive() && home.segments().size() < before + more) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
    }

    private static int killWorkers(Victim victim) {
        int kills = 0;
        for (ProcessHandle worker : victim.children()) {
            kills += worker.destroyForcibly() ? 1 : 0;
        }
        return kills;
    }

    private void assertMadeOnce(Map<Path, Home.Identity> seen) throws IOException {
        home.segments().forEach((file, identity) -> {
            Home.Identity first = seen.putIfAbsent(file, identity);
            assertThat(first == null || first.equals(identity)).as("%s was made once", file).isTrue();
        });
    }

    private void assertSound() throws IOException {
        List<String> names = Home.tree(calm);
        assertThat(Home.tree(out)).isEqualTo(names);
        for (String name : names) {
            if (name.endsWith(".wav")) {
                assertSame(calm.resolve(name), out.resolve(name));
            }
        }
    }

    private static void assertSame(Path wanted, Path found) throws IOException {
        try (AudioReader first = AudioFiles.open(wanted); AudioReader second = AudioFiles.open(found)) {
            assertThat(second.spec()).isEqualTo(first.spec());
            float[][] left = new float[first.spec().channels()][BLOCK];
            float[][] right = new float[first.spec().channels()][BLOCK];
            for (int read = first.read(left, 0, BLOCK); read >= 0; read = first.read(left, 0, BLOCK)) {
                assertThat(second.read(right, 0, BLOCK)).isEqualTo(read);
                for (int channel = 0; channel < left.length; channel++) {
                    assertThat(right[channel]).as("%s", found).containsExactly(left[channel], within(1e-4f));
                }
            }
            assertThat(second.read(right, 0, BLOCK)).isNegative();
        }
    }
}
