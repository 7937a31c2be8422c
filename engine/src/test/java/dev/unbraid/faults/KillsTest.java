package dev.unbraid.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Real processes, killed the hard way at random moments of random jobs, and run again until they are done.
///
/// `-Dunbraid.test.kills=N` kills N of them, half of them command lines and half of them windows; a failure names the
/// seed, which `-Dunbraid.test.seed` takes. The network is [ToyNetwork], so that what comes out may be compared to the
/// last bit.
@Timeout(value = 3, unit = TimeUnit.HOURS)
class KillsTest {
    private static final int KILLS = Integer.getInteger("unbraid.test.kills", 8);
    private static final long SEED = Long.getLong("unbraid.test.seed", System.nanoTime());
    /// Few enough that a job is not killed in its infancy for ever.
    private static final int KILLS_OF_A_JOB = 8;
    private static final int PAUSE_MILLIS = 8;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> moments = new LinkedHashMap<>();
    private int jobs;
    private int made;
    private int needed;

    @Test
    void theCommandLineGoesOnWhereItWasKilled() throws Exception {
        Home home = Home.in(folder.resolve("home"));
        killAll("separate", home, song -> new CommandPrey(home, song));
    }

    @Test
    void theWindowBringsBackWhatItWasSeparating() throws Exception {
        Home home = Home.in(folder.resolve("home"));
        killAll("window", home, song -> new WindowPrey(home, song, random.nextInt(3)));
    }

    private interface Den {
        Prey prey(RandomSong song);
    }

    private void killAll(String who, Home home, Den den) throws Exception {
        home.pauseMillis(PAUSE_MILLIS);
        int wanted = Math.max(1, KILLS / 2);
        try {
            for (int kills = 0; kills < wanted; jobs++) {
                RandomSong song = RandomSong.random(folder.resolve("song-%d.wav".formatted(jobs)), random, 4);
                kills += killJob(home, den.prey(song), wanted - kills);
                Files.delete(song.file());
            }
        } finally {
            home.unlink();
            System.out.printf("%s: seed %d, %d jobs, killed %s; %d segments made where %d were needed%n",
                    who, SEED, jobs, moments, made, needed);
        }
    }

    /// One random job, undisturbed and then killed.
    ///
    /// @return the kills
    private int killJob(Home home, Prey prey, int most) throws Exception {
        home.forget();
        prey.forget();
        List<String> calm = outcome(prey);
        int all = home.made();
        List<String> files = home.made(prey.out());
        home.forget();
        prey.forget();
        Map<Path, Home.Identity> seen = new HashMap<>();
        int wanted = Math.min(most, 1 + random.nextInt(KILLS_OF_A_JOB));
        int kills = 0;
        for (int tries = 0; kills < wanted && tries < 2 * wanted; tries++) {
            Victim victim = prey.start();
            await(home, victim, all);
            kills += victim.kill() ? 1 : 0;
            victim.assertNoOrphans();
            Sentences.assertUnderstandable(prey.sentences(victim));
            assertMadeOnce(home, seen);
            prey.rest();
        }
        assertThat(outcome(prey)).as("seed %d", SEED).isEqualTo(calm).isNotEmpty();
        // Of each process that was killed two segments may be lost: that at which it was at work, and the one before if that
        // was just being kept.
        int segments = home.made();
        assertThat(segments).as("segments, seed %d", SEED).isBetween(all, all + 2 * kills);
        if (!home.made(prey.out()).equals(files)) {
            // A trace of one that was killed as it ended goes with the next job, whatever that is.
            prey.rest();
            prey.runAnother();
        }
        assertThat(home.made(prey.out())).as("files, seed %d", SEED).isEqualTo(files);
        made += segments;
        needed += all;
        return kills;
    }

    private static List<String> outcome(Prey prey) throws Exception {
        Victim victim = prey.start();
        assertThat(victim.end()).as("seed %d: %s %s", SEED, victim.said(), victim.errors()).isZero();
        victim.assertNoOrphans();
        Sentences.assertUnderstandable(prey.sentences(victim));
        return prey.outcome(victim);
    }

    /// Lets it come to some moment, which may be before it has begun or after it has ended.
    private void await(Home home, Victim victim, int all) throws Exception {
        int before = home.made();
        int left = all - before;
        int moment = left > 0 ? random.nextInt(5) : 4;
        int more = moment == 0 ? 0 : moment == 4 ? left : 1 + random.nextInt(Math.max(1, Math.min(12, left)));
        while (victim.isAlive() && home.made() < before + more) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        int micros = switch (moment) {
            case 0 -> 2_000_000;
            case 4 -> left > 0 ? 300_000 : 2_000_000;
            default -> 20_000;
        };
        TimeUnit.MICROSECONDS.sleep(random.nextInt(micros));
        if (victim.isAlive()) {
            moments.merge(moment == 0 ? "early" : moment == 4 ? "while finishing" : "while separating", 1, Integer::sum);
        }
    }

    /// What is there was there before, or is new; nothing was made a second time.
    private static void assertMadeOnce(Home home, Map<Path, Home.Identity> seen) throws IOException {
        home.segments().forEach((file, identity) -> {
            Home.Identity first = seen.putIfAbsent(file, identity);
            assertThat(first == null || first.equals(identity)).as("%s was made once", file).isTrue();
        });
    }
}
