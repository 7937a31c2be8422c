package dev.unbraid.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

class LauncherTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path MINIATURE =
            PROJECT.resolve("engine/src/test/resources/golden/htdemucs/forward-short-segment.safetensors");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @BeforeEach
    void onlyWhereTheLauncherRuns() {
        assumeTrue(Boolean.getBoolean("unbraid.test.packaged"), "the launcher's jars are packaged after this phase");
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "./unbraid is a shell script");
    }

    @Test
    void aSongIsTakenApartAndAgainByItsRecipe() throws Exception {
        Path song = song();
        assertThat(unbraid("models", "import", MINIATURE.toString(), "--name", "miniature").code()).isZero();

        Outcome first = unbraid("separate", song.toString(), "--model", "miniature", "-o", folder.resolve("stems").toString());
        assertThat(first.said()).doesNotContain("Exception");
        assertThat(first.code()).isZero();
        Path stems = folder.resolve("stems/song 绊");
        assertThat(names(stems)).containsExactly("bass.wav", "drums.wav", "other.wav", "recipe.json", "vocals.wav");

        Outcome again = unbraid("separate", song.toString(), "--recipe", stems.resolve("recipe.json").toString(),
                "-o", folder.resolve("again").toString());
        assertThat(again.said()).contains("byte for byte");
        assertThat(again.code()).isZero();
    }

    @Test
    void everyCommandStarts() throws Exception {
        assertThat(unbraid("models", "list").said()).contains("htdemucs");
        assertThat(unbraid("devices").said()).contains("cpu");
        assertThat(unbraid("inspect", song().toString()).code()).isZero();
        assertThat(unbraid("cache", "size").code()).isZero();
        assertThat(unbraid("separate", song().toString(), "--dry-run").said()).doesNotContain("Exception");
    }

    /// It does not end by itself, and it has opened the song when that song's session lies on disk.
    @Test
    void theWindowOpensASong() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "there is no display");
        Path said = folder.resolve("window.txt");
        Process window = start(said, song().toString());
        try {
            Path sessions = folder.resolve("home/cache/sessions");
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (window.isAlive() && !holdsSound(sessions) && System.nanoTime() < deadline) {
                assertThat(window.waitFor(100, TimeUnit.MILLISECONDS)).as(Files.readString(said)).isFalse();
            }
            assertThat(holdsSound(sessions)).as(Files.readString(said)).isTrue();
            assertThat(said).content().isEmpty();
        } finally {
            window.destroy();
            window.waitFor();
        }
    }

    private static boolean holdsSound(Path sessions) throws IOException {
        if (!Files.isDirectory(sessions)) {
            return false;
        }
        try (Stream<Path> tree = Files.walk(sessions)) {
            return tree.anyMatch(it -> it.toString().endsWith(".pcm"));
        }
    }

    /// What a command answered, on both its outputs.
    private record Outcome(int code, String said) {}

    private Outcome unbraid(String... arguments) throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = start(said, arguments);
        if (!process.waitFor(PATIENCE)) {
            process.destroyForcibly();
        }
        return new Outcome(process.waitFor(), Files.readString(said));
    }

    private Process start(Path said, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROJECT.resolve("unbraid").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("UNBRAID_HOME", folder.resolve("home").toString());
        builder.environment().put("UNBRAID_JAVA_OPTS", "-Dprism.order=sw");
        return builder.start();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    /// Two seconds of a stereo sine, under a name that not every encoding can write.
    private Path song() throws IOException {
        AudioFormat format = new AudioFormat(44_100, 16, 2, true, false);
        byte[] bytes = new byte[2 * 44_100 * 4];
        for (int i = 0; i < bytes.length / 2; i++) {
            short sample = (short) (10_000 * Math.sin(i / 2 * 2 * Math.PI * 440 / 44_100));
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        Path file = folder.resolve("song 绊.wav");
        try (AudioInputStream in = new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 4)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }
}
