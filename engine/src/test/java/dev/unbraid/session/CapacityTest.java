package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.settings.FreeMemory;
import dev.unbraid.settings.MachineFigures;
import dev.unbraid.settings.MachineFiguresFile;
import dev.unbraid.settings.ProcessorCores;
import dev.unbraid.settings.UserFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class CapacityTest {
    private static final int PROCESSORS = 16;

    @TempDir
    Path home;

    private Path system = Path.of("");

    @BeforeEach void aMachineOfEightCores() throws IOException {
        system = home.resolve("system");
        Files.createDirectories(system.resolve("proc"));
        StringBuilder processors = new StringBuilder();
        for (int i = 0; i < PROCESSORS; i++) {
            processors.append("processor\t: %d\nphysical id\t: %d\ncore id\t\t: %d\n\n".formatted(i, i / 4 % 2, i % 4));
        }
        Files.writeString(system.resolve("proc/cpuinfo"), processors);
        free(1 << 20);
    }

    private void free(int kibibytes) throws IOException {
        Files.writeString(system.resolve("proc/meminfo"), "MemAvailable: %d kB\nSwapFree: 0 kB\n".formatted(kibibytes));
    }

    private SeparateRequest request(String kind, int threads) {
        ModelBag bag = Desk.model(0.25f, 0.75f);
        SeparateRequest plain = Desk.request(home.resolve("song.wav"), home.resolve("out"), bag);
        Provenance here = new Provenance("toy", new Provenance.Machine("auto", kind, "float32", threads), "1");
        return new SeparateRequest(plain.input(),
                new SeparateRequest.Separating(bag, SeparationSettings.DEFAULT, Optional.of(here)),
                plain.selection(), plain.place(), plain.sound());
    }

    /// @param peak of a network's process, in KiB
    private int songs(SeparateRequest request, long peak) throws IOException {
        MachineFiguresFile file = new MachineFiguresFile(new UserFolders(home.resolve("data"), home.resolve("cache")));
        file.save(MachineFigures.NONE.with(request.load().orElseThrow(), new MachineFigures.Measured(
                1, 1, 1, OptionalDouble.empty(), new MachineFigures.Peaks(OptionalLong.of(peak << 10), OptionalLong.empty()))));
        MachinePace pace = new MachinePace(file, () -> new MachineFigures.Peaks(OptionalLong.empty(), OptionalLong.empty()));
        return new Capacity(pace, new FreeMemory(system), new ProcessorCores(system, PROCESSORS)).songs(request);
    }

    @Test void networksShareTheCoresButNeverOne() throws IOException {
        assertThat(songs(request("cpu", 1), 1)).isEqualTo(8);
        assertThat(songs(request("cpu", 3), 1)).isEqualTo(2);
        assertThat(songs(request("cpu", 16), 1)).isEqualTo(1);
    }

    @Test void theyFitIntoFourFifthsOfTheFreeMemory() throws IOException {
        free(1_000);
        assertThat(songs(request("cpu", 1), 250)).isEqualTo(3);
        assertThat(songs(request("cpu", 1), 270)).isEqualTo(2);
        assertThat(songs(request("cpu", 1), 2_000)).isEqualTo(1);
    }

    @Test void whatHasNotBeenMeasuredAndWhatAGpuDoesIsDoneOneAfterTheOther() throws IOException {
        assertThat(songs(request("cpu", 1), 0)).isEqualTo(1);
        assertThat(songs(request("cuda", 1), 1)).isEqualTo(1);
        Files.delete(system.resolve("proc/meminfo"));
        assertThat(songs(request("cpu", 1), 1)).isEqualTo(1);
    }

    @Test void processorsCountWhereTheSystemDoesNotTellOfCores() throws IOException {
        Files.writeString(system.resolve("proc/cpuinfo"), "processor\t: 0\n");
        assertThat(songs(request("cpu", 1), 1)).isEqualTo(PROCESSORS);
    }
}
