package dev.unbraid.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.separation.SegmentKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

class FinishedWorkTest {
    private static final int FRAMES = 100_000;

    @TempDir
    Path home;

    private FinishedWork work() {
        return work(1L << 40);
    }

    private FinishedWork work(long limit) {
        return new FinishedWork(home.resolve("finished"), () -> limit);
    }

    private static SegmentKey key(long start) {
        return new SegmentKey(0, start, 2, FRAMES);
    }

    private static float[] output(long seed) {
        float[] output = new float[2 * FRAMES];
        Random random = new Random(seed);
        for (int i = 0; i < output.length; i++) {
            output[i] = random.nextFloat();
        }
        return output;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.endsWith("gate")).toList();
        }
    }

    private Path onlySegment() throws IOException {
        return files().stream().filter(file -> file.toString().endsWith(".segment")).findFirst().orElseThrow();
    }

    @Test
    void anOutputComesBackSampleBySampleInAnotherRun() throws IOException {
        try (KeptSegments first = work().segments("mix", "net", Runnable::run)) {
            first.put(key(-5), output(1));
        }
        try (KeptSegments second = work().segments("mix", "net", Runnable::run)) {
            assertThat(second.startFrames(0)).containsExactly(-5L);
            assertThat(second.startFrames(1)).isEmpty();
            assertThat(second.has(key(-5))).isTrue();
            float[] back = new float[90_000];
            second.read(key(-5), 1, 10_000, back, 90_000);
            float[] all = output(1);
            for (int i = 0; i < back.length; i++) {
                assertThat(back[i]).isEqualTo(all[FRAMES + 10_000 + i]);
            }
        }
    }

    @Test
    void whatKilledProcessesHaveLeftGoesWhenTheNextJobBeginsAndNothingElse() throws IOException {
        try (KeptSegments kept = work().segments("mix", "net", Runnable::run)) {
            kept.put(key(0), output(1));
        }
        Path whole = onlySegment();
        Path empty = Files.createDirectories(whole.getParent().resolveSibling("empty"));
        Path stem = Files.createFile(Files.createDirectories(home.resolve("finished/stems/song")).resolve("1.stem"));
        for (Path left : List.of(whole, stem, empty.resolve("any"))) {
            Files.createFile(left.resolveSibling("1-1-1.lease"));
            Files.createFile(left.resolveSibling("1.part"));
        }
        work().segments("other", "net", Runnable::run).close();
        assertThat(files()).containsExactlyInAnyOrder(whole, stem);
        assertThat(empty).doesNotExist();
    }

    @Test
    void anotherMixNetworkStartOrSizeIsAMiss() throws IOException {
        FinishedWork work = work();
        try (KeptSegments kept = work.segments("mix", "net", Runnable::run)) {
            kept.put(key(0), output(1));
        }
        try (KeptSegments other = work.segments("mix2", "net", Runnable::run); KeptSegments third = work.segments("mix", "net2", Runnable::run)) {
            assertThat(other.has(key(0))).isFalse();
            assertThat(third.has(key(0))).isFalse();
        }
        try (KeptSegments same = work.segments("mix", "net", Runnable::run)) {
            assertThat(same.has(key(1))).isFalse();
            assertThat(same.has(key(0))).isTrue();
            assertThat(same.has(new SegmentKey(0, 0, 4, FRAMES / 2))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8, 16, 31, 40, 400_000, 800_031, 800_032, 800_039})
    void oneWrongBitAnywhereIsAMissAndGoes(long at) throws IOException {
        FinishedWork work = work();
        try (KeptSegments kept = work.segments("mix", "net", Runnable::run)) {
            kept.put(key(7), output(1));
            try (RandomAccessFile file = new RandomAccessFile(onlySegment().toFile(), "rw")) {
                file.seek(at);
                int was = file.read();
                file.seek(at);
                file.write(was ^ 4);
            }
            assertThat(kept.has(key(7))).isFalse();
            assertThat(kept.startFrames(0)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 800_000, 800_039})
    void aFileCutShortIsAMissAndGoes(long length) throws IOException {
        try (KeptSegments kept = work().segments("mix", "net", Runnable::run)) {
            kept.put(key(7), output(1));
            try (RandomAccessFile file = new RandomAccessFile(onlySegment().toFile(), "rw")) {
                file.setLength(length);
            }
            assertThat(kept.has(key(7))).isFalse();
            assertThat(kept.startFrames(0)).isEmpty();
        }
    }

    @Test
    void whatIsUsedUpGoesWithItsFolderAndWhatIsNotStays() throws IOException {
        FinishedWork work = work();
        try (KeptSegments kept = work.segments("mix", "net", Runnable::run)) {
            kept.put(key(0), output(1));
        }
        assertThat(files()).hasSize(1);
        try (KeptSegments kept = work.segments("mix", "net", Runnable::run)) {
            kept.useUp();
        }
        assertThat(files()).isEmpty();
        assertThat(home.resolve("finished/segments")).isEmptyDirectory();
    }

    @Test
    void twoJobsShareASongAndTheFirstToEndTakesNothingFromTheOther() throws IOException {
        FinishedWork work = work();
        try (KeptSegments one = work.segments("mix", "net", Runnable::run); KeptSegments two = work().segments("mix", "net", Runnable::run)) {
            one.put(key(0), output(1));
            assertThat(two.has(key(0))).isTrue();
            one.useUp();
            one.close();
            float[] back = new float[FRAMES];
            two.read(key(0), 0, 0, back, FRAMES);
            assertThat(back[0]).isEqualTo(output(1)[0]);
        }
    }

    @Test
    void theLeastRecentlyUsedGoesButNothingThatAJobUses() throws IOException {
        FinishedWork work = work(3 * FinishedWork.sizeOf(key(0)));
        for (String mix : List.of("old", "older", "oldest")) {
            try (KeptSegments kept = work.segments(mix, "net", Runnable::run)) {
                kept.put(key(0), output(1));
            }
        }
        Instant now = Instant.now();
        age(work, "old", now.minusSeconds(10));
        age(work, "older", now.minusSeconds(20));
        age(work, "oldest", now.minusSeconds(30));
        try (KeptSegments used = work.segments("oldest", "net", Runnable::run); KeptSegments added = work.segments("new", "net", Runnable::run)) {
            added.put(key(0), output(2));
            work.evict(home, Set.of());
            assertThat(used.has(key(0))).isTrue();
            assertThat(added.has(key(0))).isTrue();
        }
        assertThat(startsOf(work, "older")).isZero();
        assertThat(startsOf(work, "old")).isEqualTo(1);
    }

    private void age(FinishedWork work, String mix, Instant used) throws IOException {
        try (KeptSegments kept = work.segments(mix, "net", Runnable::run)) {
            kept.startFrames(0);
            Path folder = home.resolve("finished/segments").resolve(FinishedWork.sha256("unbraid segments 1\n%s\nnet".formatted(mix)));
            Files.setLastModifiedTime(folder.resolve("0_0.segment"), FileTime.from(used));
        }
    }

    private static int startsOf(FinishedWork work, String mix) throws IOException {
        try (KeptSegments kept = work.segments(mix, "net", Runnable::run)) {
            return kept.startFrames(0).size();
        }
    }

    @Test
    void aJobOverTheLimitLetsItsOwnUsedSegmentsGoFirstToLast() throws IOException {
        FinishedWork work = work(2 * FinishedWork.sizeOf(key(0)));
        try (KeptSegments kept = work.segments("mix", "net", Runnable::run)) {
            for (int start = 0; start < 4; start++) {
                kept.put(key(start), output(start));
            }
            kept.release(key(0));
            kept.release(key(1));
            kept.release(key(2));
            work.evict(home.resolve("finished/segments").resolve(FinishedWork.sha256("unbraid segments 1\nmix\nnet")), kept.releasedFiles());
            assertThat(kept.startFrames(0)).hasSize(2).contains(3L);
        }
    }

    @Test
    void clearingSaysWhatItFreedAndWhatIsInUse() throws IOException {
        FinishedWork work = work();
        long each = FinishedWork.sizeOf(key(0));
        assertThat(work.clear()).isEqualTo(new FinishedWork.Cleared(0, 0));
        try (KeptSegments idle = work.segments("idle", "net", Runnable::run)) {
            idle.put(key(0), output(1));
        }
        try (KeptSegments used = work.segments("used", "net", Runnable::run)) {
            used.put(key(0), output(1));
            assertThat(work.usage()).isEqualTo(new FinishedWork.Usage(0, 2 * each, 1L << 40));
            assertThat(work.clear()).isEqualTo(new FinishedWork.Cleared(each, each));
            assertThat(used.has(key(0))).isTrue();
        }
        assertThat(work.clear()).isEqualTo(new FinishedWork.Cleared(each, 0));
        assertThat(files()).isEmpty();
    }
}
