package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.cache.StemCache;
import dev.unbraid.cache.StemKey;
import dev.unbraid.project.Recipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

class StemCacheTest {
    private static final AudioSpec SPEC = new AudioSpec(44_100, 2);
    private static final int FRAMES = 40_000;

    @TempDir
    Path folder;

    private Sounds sounds;
    private StemCache cache;

    @BeforeEach
    void open() throws IOException {
        sounds = new Sounds(folder.resolve("sounds"));
        cache = new FinishedWork(folder.resolve("cache"), () -> FinishedWork.USUAL_LIMIT_BYTES).stems();
    }

    private static StemKey key(String hash, String... stems) {
        return new StemKey(new Recipe(hash, "toy", List.of(stems), 0, 0.25, 0, List.of()), "1");
    }

    private void put(StemCache into, StemKey key, String stem, float[][] planes) throws IOException {
        try (Recording recording = sounds.record(SPEC, FRAMES)) {
            recording.write(0, planes, 0, FRAMES);
            sounds.finish(recording);
            into.put(key, stem, recording.asset(), () -> false);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache/stems"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aStemComesBackSampleBySample() throws IOException {
        float[][] planes = Desk.noise(2, FRAMES, 0.5f);
        put(cache, key("a", "drums"), "drums", planes);
        try (AudioSource stem = cache.find(key("a", "drums"), SPEC, FRAMES).orElseThrow().getFirst().open()) {
            float[][] back = new float[2][FRAMES];
            new FullBlocks(stem).read(back, 0, FRAMES);
            assertThat(back).isDeepEqualTo(planes);
        }
    }

    @Test
    void anotherSongShiftOrStemIsAMiss() throws IOException {
        put(cache, key("a", "drums"), "drums", Desk.noise(2, FRAMES, 0.5f));
        assertThat(cache.find(key("b", "drums"), SPEC, FRAMES)).isEmpty();
        assertThat(cache.find(new StemKey(new Recipe("a", "toy", List.of("drums"), 1, 0.25, 0, List.of()), "1"), SPEC, FRAMES)).isEmpty();
        assertThat(cache.find(key("a", "drums", "bass"), SPEC, FRAMES)).isEmpty();
    }

    @Test
    void anotherModelUnderTheSameNameIsAMiss() throws IOException {
        put(cache, key("a", "drums"), "drums", Desk.noise(2, FRAMES, 0.5f));
        assertThat(cache.find(new StemKey(key("a", "drums").recipe(), "2"), SPEC, FRAMES)).isEmpty();
        assertThat(cache.find(new StemKey(key("a", "drums").recipe(), "1"), SPEC, FRAMES)).isPresent();
    }

    @Test
    void aDamagedStemIsAMissAndGoes() throws IOException {
        put(cache, key("a", "drums"), "drums", Desk.noise(2, FRAMES, 0.5f));
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(cache.find(key("a", "drums"), SPEC, FRAMES)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void theLeastRecentlyUsedGoFirst() throws IOException {
        StemCache small = new FinishedWork(folder.resolve("cache"), () -> 2 * (64 + FRAMES * 8L)).stems();
        put(small, key("a", "drums"), "drums", Desk.noise(2, FRAMES, 0.5f));
        put(small, key("b", "drums"), "drums", Desk.noise(2, FRAMES, 0.5f));
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100)));
        }
        assertThat(small.find(key("a", "drums"), SPEC, FRAMES)).isPresent();
        put(small, key("c", "drums"), "drums", Desk.noise(2, FRAMES, 0.5f));
        assertThat(small.find(key("a", "drums"), SPEC, FRAMES)).isPresent();
        assertThat(small.find(key("b", "drums"), SPEC, FRAMES)).isEmpty();
        assertThat(small.find(key("c", "drums"), SPEC, FRAMES)).isPresent();
    }
}
