package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.SongId;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.settings.MachineFigures;
import dev.unbraid.settings.MachineFiguresFile;
import dev.unbraid.settings.UserFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

class SongForecastTest {
    @TempDir
    Path folder;

    private Separators measuredBy(MachinePace pace, ModelBag bag) {
        return new ToySeparators(bag) {
            @Override
            public Optional<MachinePace> pace() {
                return Optional.of(pace);
            }
        };
    }

    private MachinePace pace() {
        return new MachinePace(new MachineFiguresFile(
                new UserFolders(folder.resolve("data"), folder.resolve("cache"))), () -> new MachineFigures.Peaks(OptionalLong.of(5), OptionalLong.empty()));
    }

    @Test void aSeparationInTheWindowTeachesWhatTheNextWillTake() throws Exception {
        MachinePace pace = pace();
        Separators measured = measuredBy(pace, Desk.model(0.25f, 0.75f));
        Path file = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 88_200, 0.5f));
        try (OwnedSession desk = OwnedSession.in(folder.resolve("session"), measured)) {
            desk.end(desk.ask(it -> it.open(file)));
            SongId song = desk.project().songs().getFirst().id();
            SeparateWish wish = new SeparateWish(song, "toy", List.of("stem0.25", "stem0.75"), 0, "cpu");
            Optional<Forecast> before = desk.ask(it -> it.foretell(wish));
            assertThat(before).isEmpty();
            assertThat(desk.end(desk.ask(it -> it.separate(wish)))).isEqualTo(new JobState.Done());
            Forecast forecast = desk.ask(it -> it.foretell(wish)).orElseThrow();
            assertThat(forecast.soundSeconds()).hasValue(2);
            assertThat(forecast.seconds().orElseThrow()).isBetween(0.0, 60.0);
            assertThat(forecast.memoryBytes()).hasValue(5);
            // Lanes and what the cache keeps of them.
            assertThat(forecast.keptBytes()).isEqualTo(2L * 2 * 88_200 * 2 * 4);
        }
    }

    @Test void theTimeLeftIsThatOfEarlierRunsUntilThereAreTwoSegments() throws Exception {
        MachinePace pace = pace();
        pace.learn(SongForecast.load("toy", List.of("stem0.25", "stem0.75"), "cpu"),
                new MachineFigures.Measured(1, 100, 1, OptionalDouble.empty(), pace.peaks()));
        Semaphore allowed = new Semaphore(1);
        Path file = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 88_200, 0.5f));
        try (OwnedSession desk = OwnedSession.in(folder.resolve("session"), measuredBy(pace, HeldNetwork.bag(allowed)))) {
            desk.end(desk.ask(it -> it.open(file)));
            SongId song = desk.project().songs().getFirst().id();
            Job job = desk.ask(it -> it.separate(new SeparateWish(song, "toy", List.of(), 0, "cpu")));
            desk.until(_ -> job.state() instanceof JobState.Running running && running.step() == 1);
            JobState.Running running = (JobState.Running) job.state();
            allowed.release(1_000);
            assertThat(running.secondsLeft()).hasValue(100.0 * (running.steps() - 1));
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
        }
    }
}
