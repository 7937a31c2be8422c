package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real process, killed the hard way at random moments, then left alone.
class KilledSeparationTest {
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    private final Random random = new Random(5);

    private Process start(Path input, Path out, Path finished, Path log) throws IOException {
        String path = Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(it -> !it.isBlank())
                .reduce((a, b) -> a + File.pathSeparator + b).orElseThrow();
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        String classes = Path.of("target", "classes").toAbsolutePath().toString();
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
                        "-cp", tests + File.pathSeparator + classes + File.pathSeparator + path,
                        "dev.unbraid.session.SeparatingChild",
                        input.toString(), out.toString(), finished.toString(), log.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.txt").toFile())
                .start();
    }

    private List<String> lines(Path log) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private void finish(Process child) throws Exception {
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(Files.readString(folder.resolve("child.txt"))).isZero();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }

    /// Waits for some segments, or only a moment, which may be before the first.
    private void killSomewhere(Process child, Path log) throws Exception {
        int enough = lines(log).size() + random.nextInt(5);
        while (child.isAlive() && lines(log).size() < enough) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(8_000));
        child.destroyForcibly().waitFor();
    }

    @Test
    void killedTwentyTimesItComputesNothingTwiceAndEndsAsIfUndisturbed() throws Exception {
        Path input = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 44_100, 0.5f), 15);
        Path calm = folder.resolve("calm");
        Path calmLog = folder.resolve("calm.log");
        finish(start(input, calm, folder.resolve("calm-finished"), calmLog));
        Path out = folder.resolve("out");
        Path finished = folder.resolve("finished");
        Path log = folder.resolve("log");
        for (int kill = 0; kill < KILLS; kill++) {
            killSomewhere(start(input, out, finished, log), log);
        }
        long before = lines(log).size();
        finish(start(input, out, finished, log));
        List<String> told = lines(log);
        List<String> computed = told.stream().filter(line -> line.startsWith("computed")).toList();
        int all = lines(calmLog).size() - 1;
        assertThat(computed).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(all);
        int reused = Integer.parseInt(told.getLast().substring("reused ".length()));
        assertThat(reused).as("killed in the midst of it").isGreaterThanOrEqualTo((int) before).isPositive();
        assertThat(reused + told.size() - 1 - before).as("reused and computed in the last run").isEqualTo(all);
        assertThat(files(out)).isEqualTo(files(calm)).isNotEmpty();
        for (Path file : files(calm)) {
            assertThat(out.resolve(file)).hasSameBinaryContentAs(calm.resolve(file));
        }
        assertThat(files(finished)).containsExactly(Path.of("gate"));
    }
}
