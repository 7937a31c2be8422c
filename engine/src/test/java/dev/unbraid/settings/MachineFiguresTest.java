package dev.unbraid.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.settings.MachineFigures.Load;
import dev.unbraid.settings.MachineFigures.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class MachineFiguresTest {
    private static final Load CPU = new Load("htdemucs", List.of("vocals", "drums"), "cpu", 2);

    @TempDir
    Path home;

    private static Measured measured(double segmentSeconds, long peakBytes) {
        return new Measured(2, segmentSeconds, 0.128, OptionalDouble.of(0.01),
                new MachineFigures.Peaks(OptionalLong.of(peakBytes), OptionalLong.of(peakBytes / 2)));
    }

    private MachineFiguresFile file() {
        return new MachineFiguresFile(new UserFolders(home.resolve("data"), home.resolve("cache")));
    }

    @Test void whatWasMeasuredIsThereTheNextTime() throws IOException {
        file().save(MachineFigures.NONE.with(CPU, measured(3, 1000)));
        assertThat(file().load()).isEqualTo(MachineFigures.NONE.with(CPU, measured(3, 1000)));
        assertThat(Files.list(home.resolve("cache"))).hasSize(1);
    }

    @Test void theLastRunCountsHalfAndTheHighestPeakStays() {
        MachineFigures figures = MachineFigures.NONE.with(CPU, measured(2, 2000)).with(CPU, measured(4, 1000));
        assertThat(figures.figures()).singleElement().satisfies(it -> {
            assertThat(it.segmentSeconds()).isEqualTo(3);
            assertThat(it.peakBytes()).isEqualTo(2000);
            assertThat(it.ownPeakBytes()).isEqualTo(1000);
        });
    }

    @Test void otherStemsOfTheSameModelAreLikeEnoughButAnotherDeviceIsNot() {
        MachineFigures figures = MachineFigures.NONE.with(CPU, measured(3, 1000));
        assertThat(figures.of(new Load("htdemucs", List.of("vocals"), "cpu", 2))).isPresent();
        assertThat(figures.of(new Load("htdemucs", List.of("drums", "vocals"), "cpu", 2))).isPresent();
        assertThat(figures.of(new Load("htdemucs", List.of("vocals"), "cuda", 2))).isEmpty();
        assertThat(figures.of(new Load("htdemucs", List.of("vocals"), "cpu", 1))).isEmpty();
    }

    @Test void theMemoryIsKnownWithHoweverManyThreadsItWasMeasured() {
        MachineFigures figures = MachineFigures.NONE.with(CPU, measured(3, 1000));
        assertThat(figures.ofMemory(new Load("htdemucs", List.of("vocals"), "cpu", 1)).map(MachineFigures.Figure::peakBytes))
                .hasValue(1000L);
        assertThat(figures.ofMemory(new Load("htdemucs", List.of("vocals"), "cuda", 2))).isEmpty();
    }

    @Test void aSongTakesItsSegmentsTheOpeningAndTheRest() {
        MachineFigures.Figure figure = MachineFigures.NONE.with(CPU, measured(3, 0)).of(CPU).orElseThrow();
        // 100 s hold 17.07 segments that overlap by a quarter.
        assertThat(figure.seconds(100, 0, 0.25)).isCloseTo(2 + 18 * 3 + 1, within(1e-9));
        assertThat(figure.seconds(100, 2, 0.25)).isCloseTo(2 + 36 * 3 + 1, within(1e-9));
    }

    @Test void aFileThatIsNoneOfOursWasNeverMeasured() throws IOException {
        for (String text : List.of("", "[]", "{", "{\"figures\":[null,{}]}", "{\"figures\":[{\"load\":{},\"peakBytes\":-1}]}")) {
            Files.createDirectories(file().path().getParent());
            Files.writeString(file().path(), text);
            assertThat(file().load()).as(text).isEqualTo(MachineFigures.NONE);
        }
    }

    @Test void freeMemoryIsWhatTheSystemOrTheContainerLeaves() throws IOException {
        FreeMemory memory = new FreeMemory(home);
        assertThat(memory.bytes()).isEmpty();
        Files.createDirectories(home.resolve("proc"));
        Files.writeString(home.resolve("proc/meminfo"), "MemTotal: 9 kB\nMemAvailable:   3 kB\nSwapFree: 1 kB\n");
        assertThat(memory.bytes()).hasValue(4096);
        Path group = Files.createDirectories(home.resolve("sys/fs/cgroup"));
        Files.writeString(group.resolve("memory.max"), "3000\n");
        Files.writeString(group.resolve("memory.current"), "2000\n");
        Files.writeString(group.resolve("memory.stat"), "anon 1500\ninactive_file 500\n");
        assertThat(memory.bytes()).hasValue(1500);
        Files.writeString(group.resolve("memory.max"), "max\n");
        assertThat(memory.bytes()).hasValue(4096);
    }
}
