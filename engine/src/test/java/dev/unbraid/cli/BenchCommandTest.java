package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

class BenchCommandTest {
    @TempDir
    Path home;

    /// So that nobody who tidies up takes it for a folder.
    @AfterEach
    void unlink() throws IOException {
        Files.deleteIfExists(home.resolve("cache/natives"));
    }

    /// The miniature network as an installed model, and PyTorch where the other tests have unpacked it.
    private void installMiniature() throws Exception {
        Path natives = Files.createDirectories(Path.of("target", "test-natives")).toAbsolutePath();
        Files.createSymbolicLink(Files.createDirectories(home.resolve("cache")).resolve("natives"), natives);
        URI file = Objects.requireNonNull(
                getClass().getResource("/golden/htdemucs/forward-short-segment.safetensors")).toURI();
        assertThat(Run.in(home, "models", "import", Path.of(file).toString(), "--name", "mini").code()).isZero();
    }

    @Test
    void aSegmentIsTimedInAWorkerAndToldForPeopleAndPrograms() throws Exception {
        installMiniature();
        Run people = Run.in(home, "bench", "--model", "mini", "--rounds", "3", "--device", "cpu", "--precision", "f32", "--threads", "1");
        assertThat(people.code()).as(people.err()).isZero();
        assertThat(people.out()).contains("Processor", "float32 as asked", "cpu, float32, 1 thread", "in 3 rounds", "Floor", "costs otherwise");
        assertThat(people.err()).contains("Measuring products in float32");

        Run programs = Run.in(home, "bench", "--model", "mini", "--rounds", "2", "--threads", "1", "--json");
        assertThat(programs.code()).as(programs.out()).isZero();
        List<JsonObject> events = programs.out().lines().map(it -> JsonParser.parseString(it).getAsJsonObject()).toList();
        JsonObject result = events.getLast();
        assertThat(result.get("event").getAsString()).isEqualTo("result");
        assertThat(result.get("weights").getAsString()).isEqualTo("installed");
        JsonObject times = result.getAsJsonObject("secondsPerSegment");
        assertThat(times.getAsJsonArray("rounds")).hasSize(2);
        assertThat(times.get("median").getAsDouble()).isBetween(
                times.get("least").getAsDouble(), times.get("most").getAsDouble());
        assertThat(result.get("realTimeFactor").getAsDouble() * times.get("median").getAsDouble())
                .as("a segment of half a second, a quarter of it repeated").isBetween(0.374, 0.376);
        assertThat(result.getAsJsonObject("flopPerSecondOfProducts").keySet()).contains("float32", "bfloat16");
        assertThat(result.get("floorShare").getAsDouble()).isGreaterThan(0);
        assertThat(result.getAsJsonArray("knownMachines")).isEmpty();
    }

    @Test
    void aModelThatIsNotInstalledIsCode4WithTheCommandThatInstallsIt() {
        Run run = Run.in(home, "bench", "--model", "htdemucs_ft");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("unbraid models install htdemucs_ft");
    }

    @Test
    void whatCannotBeMeantIsAUsageError() {
        assertThat(Run.in(home, "bench", "--rounds", "0").err()).contains("--rounds is 0; it must be 1 or more.");
        assertThat(Run.in(home, "bench", "--threads", "0").code()).isEqualTo(2);
        assertThat(Run.in(home, "bench", "--precision", "f64").code()).isEqualTo(2);
        assertThat(Run.in(home, "bench", "--device", "abacus", "--json").out()).contains("\"exitCode\":2");
    }

    @Test
    void itsHelpSaysWhatTheFiguresMean() {
        Run run = Run.in(home, "bench", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("--rounds", "--model", "--device", "--precision", "--threads", "--json", "real-time factor");
    }
}
