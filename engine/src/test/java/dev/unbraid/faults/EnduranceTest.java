package dev.unbraid.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What a long time does to a process: nothing.
///
/// `-Dunbraid.test.songs=200` and `-Dunbraid.test.minutes=180` make it long; without, it takes seconds. With
/// `-Dunbraid.test.network=mini` the miniature network does it in its worker, otherwise a toy.
@Timeout(value = 3, unit = TimeUnit.HOURS)
class EnduranceTest {
    private static final int SONGS = Integer.getInteger("unbraid.test.songs", 12);
    private static final int MINUTES = Integer.getInteger("unbraid.test.minutes", 3);
    private static final boolean IS_TOY = !Home.MODEL.equals(System.getProperty("unbraid.test.network"));
    private static final int KB = 1024;
    private static final int LOW_RATE = 8_000;

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void home() throws Exception {
        assumeThat(Path.of("/proc/self/status")).as("only Linux tells what a process holds").exists();
        home = IS_TOY ? Home.in(folder.resolve("home")) : Home.withMiniature(folder.resolve("home"));
    }

    @AfterEach
    void unlink() throws IOException {
        home.unlink();
    }

    private record Held(long songs, long heapKb, long residentKb, long files, long threads, long workerKb) {
        static Held of(String line) {
            List<Long> numbers = Stream.of(line.split(" ")).skip(1).map(Long::valueOf).toList();
            return new Held(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3),
                    numbers.get(4), numbers.get(5));
        }
    }

    @Test
    void oneSongAfterTheOtherInOneProcessLeavesItAsItWas() throws Exception {
        RandomSong song = RandomSong.random(folder.resolve("song.wav"), new Random(1), 1);
        Victim victim = Victim.start(home, Soak.class, List.of(
                Integer.toString(SONGS), song.file().toString(), IS_TOY ? "toy" : "installed"));
        assertThat(victim.end(3, TimeUnit.HOURS)).as("%s %s", victim.said(), victim.errors()).isZero();
        List<Held> held = victim.said().stream().filter(it -> it.startsWith("soak ")).map(Held::of).toList();
        // Java's own caches and compiled code come in the first songs.
        Held early = held.get(held.size() / 3);
        Held late = held.getLast();
        System.out.printf("soak: %s%n      %s%n", early, late);
        assertThat(late.heapKb()).as("heap, %s", held).isLessThan(early.heapKb() + 2 * KB);
        assertThat(late.residentKb()).as("resident, %s", held).isLessThan(early.residentKb() + 40 * KB);
        assertThat(late.workerKb()).as("the worker, %s", held).isLessThan(early.workerKb() + 40 * KB);
        assertThat(late.files()).as("open files, %s", held).isLessThanOrEqualTo(early.files() + 2);
        assertThat(late.threads()).as("threads, %s", held).isLessThanOrEqualTo(early.threads() + 2);
    }

    @Test
    void aLongSongTakesNoMoreMemoryThanAShortOne() throws Exception {
        assumeThat(folder.toFile().getUsableSpace()).as("%d minutes take so much of disk", MINUTES)
                .isGreaterThan(MINUTES * 60_000_000L);
        home.rate(LOW_RATE);
        long shortPeak = peak(1);
        long longPeak = peak(MINUTES);
        System.out.printf("peak of 1 minute: %d MB, of %d: %d MB%n", shortPeak >> 20, MINUTES, longPeak >> 20);
        assertThat(longPeak).isLessThan(shortPeak + 60 * KB * KB);
    }

    /// At a low rate and one stem of it, so that the disk suffices.
    private long peak(int minutes) throws Exception {
        RandomSong song = RandomSong.steady(folder.resolve("long.wav"), LOW_RATE, minutes);
        Path out = folder.resolve("long");
        Victim victim = IS_TOY ? Victim.toyCommand(home, song.separate(out)) : Victim.command(home, song.separate(out));
        assertThat(victim.end(3, TimeUnit.HOURS)).as("%s", victim.errors()).isZero();
        Home.delete(out);
        Files.delete(song.file());
        return Sentences.events(victim, "result").getFirst().get("peakMemoryBytes").getAsLong();
    }
}
