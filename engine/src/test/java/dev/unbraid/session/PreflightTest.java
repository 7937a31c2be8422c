package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.audio.NoRoomException;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.settings.FreeMemory;
import dev.unbraid.settings.MachineFigures;
import dev.unbraid.settings.MachineFiguresFile;
import dev.unbraid.settings.UserFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class PreflightTest {
    private static final long PEAK = 3_000_000;

    @TempDir
    Path home;

    private OptionalLong own = OptionalLong.empty();
    private MachinePace pace = new MachinePace(
            new MachineFiguresFile(new UserFolders(Path.of("data"), Path.of("cache"))), () -> new MachineFigures.Peaks(OptionalLong.empty(), OptionalLong.empty()));

    @BeforeEach void pace() {
        pace = new MachinePace(new MachineFiguresFile(
                new UserFolders(home.resolve("data"), home.resolve("cache"))), () -> new MachineFigures.Peaks(OptionalLong.of(PEAK), own));
    }

    private Preflight preflight() {
        return new Preflight(pace, new FreeMemory(home.resolve("system")), Optional.empty());
    }

    private SeparateRequest request() throws IOException {
        ModelBag bag = Desk.model(0.25f, 0.75f);
        Path song = home.resolve("song.wav");
        if (Files.notExists(song)) {
            Desk.wav(song, 44_100, Desk.noise(2, 44_100, 0.5f));
        }
        SeparateRequest plain = Desk.request(song, home.resolve("out"), bag);
        Provenance here = new Provenance("toy", new Provenance.Machine("cpu", "cpu", "float32", 1), "1");
        return new SeparateRequest(song,
                new SeparateRequest.Separating(bag, SeparationSettings.DEFAULT, Optional.of(here)),
                plain.selection(), plain.place(), plain.sound());
    }

    private void runOnce() throws Exception {
        run(Desk.PATIENT);
    }

    private void run(SeparateListener listener) throws Exception {
        FinishedWork finished = new FinishedWork(home.resolve("finished"), () -> 1L << 30);
        new SeparateJob(request(), new TrackNames(), listener, finished, pace).run();
    }

    @Test void beforeTheFirstRunOnlyTheDiskIsForetold() throws IOException {
        Forecast forecast = preflight().of(request(), new TrackNames());
        assertThat(forecast.soundSeconds()).hasValue(1);
        assertThat(forecast.seconds()).isEmpty();
        assertThat(forecast.memoryBytes()).isEmpty();
        // A second of two channels in float: the mix, and two files, which the run itself fills.
        assertThat(forecast.workBytes()).isEqualTo(44_100 * 2 * 4);
        assertThat(forecast.keptBytes()).isEqualTo(2L * 44_100 * 2 * 4);
    }

    @Test void filesThatAreNotWhatNetworksGiveTakeTheStemsBesideThem() throws IOException {
        SeparateRequest clamped = Desk.with(
                request(), new OutputSound(Desk.FLOATS, OutputSound.Rate.MODEL, OutputSound.Clip.CLAMP));
        assertThat(preflight().of(clamped, new TrackNames()).workBytes()).isEqualTo(3L * 44_100 * 2 * 4);
    }

    @Test void afterARunTimeAndMemoryAreForetoldToo() throws Exception {
        runOnce();
        SeparateRequest again = Desk.with(request(), OutputPlace.Existing.OVERWRITE);
        Forecast forecast = preflight().of(again, new TrackNames());
        assertThat(forecast.seconds().orElseThrow()).isPositive().isLessThan(60);
        assertThat(forecast.memoryBytes()).hasValue(PEAK);
    }

    @Test void theTimeLeftIsThatOfEarlierRunsUntilThereAreTwoSegments() throws Exception {
        pace.learn(request().load().orElseThrow(),
                new MachineFigures.Measured(1, 100, 1, OptionalDouble.empty(), pace.peaks()));
        List<SeparateProgress.Separating> told = new ArrayList<>();
        run(new SeparateListener() {
            @Override
            public void progress(SeparateProgress progress) {
                if (progress instanceof SeparateProgress.Separating separating) {
                    told.add(separating);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        SeparateProgress.Separating first = told.getFirst();
        assertThat(first.segmentsDone()).isOne();
        assertThat(first.secondsLeft()).hasValue(100.0 * (first.segments() - 1));
    }

    @Test void whatIsThereAlreadyTakesNothing() throws Exception {
        runOnce();
        SeparateRequest again = Desk.with(request(), OutputPlace.Existing.SKIP);
        assertThat(preflight().of(again, new TrackNames())).isEqualTo(Forecast.NOTHING);
    }

    @Test void aDiskThatIsTooSmallIsRefusedWithWhatIsNeededAndWhatToDo() {
        Forecast huge = new Forecast(OptionalDouble.of(1), OptionalDouble.of(1), 1L << 60, 1L << 60, Optional.empty());
        assertThatThrownBy(() -> preflight().refuseWithoutRoom(huge, home.resolve("not/yet"), "to separate 2 files"))
                .isInstanceOf(NoRoomException.class)
                .hasMessageContaining("are needed to separate 2 files, but only")
                .hasMessageContaining("free some room");
    }

    @Test void aNetworkThatNeedsMoreMemoryThanThereIsIsRefused() throws Exception {
        Files.createDirectories(home.resolve("system/proc"));
        Files.writeString(home.resolve("system/proc/meminfo"), "MemAvailable: 900 kB\nSwapFree: 0 kB\n");
        runOnce();
        Forecast forecast = preflight().of(Desk.with(request(), OutputPlace.Existing.OVERWRITE), new TrackNames());
        assertThatThrownBy(() -> preflight().refuseWithoutRoom(forecast, home, "to separate it"))
                .isInstanceOf(NoRoomException.class)
                .hasMessage("The network takes about 3 MB of memory, as measured on this machine, but only 1 MB are free; "
                        + "close other programs, or choose a smaller model.");
    }

    @Test void whatThisProcessWillHoldItselfCountsButNotWhatItHoldsAlready() throws Exception {
        own = OptionalLong.of(5_000_000);
        Files.createDirectories(home.resolve("system/proc/self"));
        Files.writeString(home.resolve("system/proc/meminfo"), "MemAvailable: 3900 kB\nSwapFree: 0 kB\n");
        Files.writeString(home.resolve("system/proc/self/status"), "VmRSS: 3000 kB\n");
        runOnce();
        Forecast forecast = preflight().of(Desk.with(request(), OutputPlace.Existing.OVERWRITE), new TrackNames());
        assertThat(forecast.memoryBytes()).hasValue(8_000_000);
        assertThatThrownBy(() -> preflight().refuseWithoutRoom(forecast, home, "to separate it"))
                .hasMessageContaining("about 3 MB of memory and Unbraid itself 2 MB more").hasMessageContaining("4 MB are free");
        Files.writeString(home.resolve("system/proc/self/status"), "VmRSS: 5000 kB\n");
        preflight().refuseWithoutRoom(forecast, home, "to separate it");
        assertThatThrownBy(() -> preflight().refuseWithoutRoom(
                        Forecast.together(List.of(forecast, forecast, forecast), 2), home, "to separate them"))
                .hasMessageContaining("2 networks side by side take about 6 MB").hasMessageContaining("fewer songs");
    }

    @Test void songsSideBySideNeedTheRoomOfTheLargestWorksAndANetworkEach() {
        Forecast small = new Forecast(OptionalDouble.of(10), OptionalDouble.of(4), 100, 10, memory(7, 2));
        Forecast large = new Forecast(OptionalDouble.of(10), OptionalDouble.of(20), 300, 10, memory(6, 3));
        assertThat(Forecast.together(List.of(small, large, small), 2)).isEqualTo(new Forecast(
                OptionalDouble.of(30), OptionalDouble.of(20), 400, 30, Optional.of(new Forecast.Memory(2, 7, 3))));
        assertThat(Forecast.together(List.of(small, Forecast.NOTHING), 2).memory()).isEqualTo(memory(7, 2));
    }

    private static Optional<Forecast.Memory> memory(long network, long own) {
        return Optional.of(new Forecast.Memory(1, network, own));
    }

    @Test void severalFilesNeedTheRoomOfTheirResultsAndOfTheLargestWork() {
        Forecast one = new Forecast(OptionalDouble.of(10), OptionalDouble.of(5), 100, 10, memory(7, 0));
        Forecast other = new Forecast(OptionalDouble.of(20), OptionalDouble.of(6), 200, 20, Optional.empty());
        assertThat(one.then(other)).isEqualTo(
                new Forecast(OptionalDouble.of(30), OptionalDouble.of(11), 200, 30, memory(7, 0)));
    }
}
