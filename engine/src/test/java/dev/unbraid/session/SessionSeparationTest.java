package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.cache.FrameDigest;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Project;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Song;
import dev.unbraid.project.Strip;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SeparationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(120)
class SessionSeparationTest {
    @TempDir
    Path folder;

    private OwnedSession open(ModelBag bag) throws Exception {
        return OwnedSession.in(folder.resolve("session"), new ToySeparators(bag));
    }

    private Song imported(OwnedSession desk, int rate, int frames) throws Exception {
        Path file = Desk.wav(folder.resolve("song%d.wav".formatted(frames)), rate, Desk.noise(2, frames, 0.5f));
        assertThat(desk.end(desk.ask(it -> it.open(file)))).isEqualTo(new JobState.Done());
        return desk.project().songs().getLast();
    }

    private static SeparateWish all(Song song) {
        return new SeparateWish(song.id(), "toy", List.of(), 0, "cpu");
    }

    private static List<Lane> stems(OwnedSession desk) throws Exception {
        return desk.project().songs().getFirst().stems();
    }

    @ParameterizedTest
    @CsvSource({"44100, 0", "44100, 2", "48000, 0", "48000, 2", "22050, 0", "96000, 0"})
    void stemsAreThoseThatTheCommandLineWrites(int rate, int shifts) throws Exception {
        ModelBag bag = Desk.model(0.25f, 0.75f);
        try (OwnedSession desk = open(bag)) {
            Song song = imported(desk, rate, 150_001);
            Job job = desk.ask(it -> it.separate(new SeparateWish(song.id(), "toy", List.of(), shifts, "cpu")));
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
            SeparateRequest plain = Desk.request(Path.of(song.source().path()), folder.resolve("out"), bag);
            SeparateReport report = Desk.done(new SeparateRequest(
                    plain.input(),
                    new SeparateRequest.Separating(bag, SeparationSettings.DEFAULT.withShifts(shifts, 0)),
                    plain.selection(), plain.place(),
                    new OutputSound(Desk.FLOATS, OutputSound.Rate.SOURCE, OutputSound.Clip.LINKED)));
            for (int i = 0; i < 2; i++) {
                Lane lane = stems(desk).get(i);
                assertThat(desk.sound(lane.asset())).isDeepEqualTo(Desk.read(report.stems().get(i).path()));
                assertThat(desk.ask(it -> it.sound(lane.asset())).orElseThrow().isComplete()).isTrue();
            }
            assertThat(folder.resolve("session/work")).doesNotExist();
        }
    }

    @Test
    void lanesAreThereAtOnceAndFillWithWhatIsFinal() throws Exception {
        Semaphore allowed = new Semaphore(0);
        try (OwnedSession desk = open(HeldNetwork.bag(allowed))) {
            Song song = imported(desk, 44_100, 100_000);
            Job job = desk.ask(it -> it.separate(all(song)));
            desk.until(_ -> isSeparating(job, 0) || "loading-model".equals(phase(job)));
            assertThat(stems(desk)).extracting(Lane::name).containsExactly("Stem0.25", "Stem0.75");
            Lane first = stems(desk).getFirst();
            assertThat(first.strip()).isEqualTo(Strip.NEUTRAL);
            assertThat(first.look().heightPx()).isEqualTo(92);
            assertThat(desk.ask(it -> it.sound(first.asset())).orElseThrow().frames()).isEqualTo(100_000);
            allowed.release(3);
            desk.until(_ -> isSeparating(job, 3));
            long there = desk.ask(it -> it.sound(first.asset())).orElseThrow().settled().end();
            assertThat(there).isEqualTo(3 * 7_500);
            assertThat(desk.ask(it -> it.sound(first.asset())).orElseThrow().coverage())
                    .as("the rest of the third segment is a draft").isEqualTo(Coverage.of(new FrameRange(0, 25_000)));
            float[][] early = desk.sound(first.asset());
            allowed.release(1_000);
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
            float[][] late = desk.sound(first.asset());
            for (int i = 0; i < there; i++) {
                assertThat(early[0][i]).isEqualTo(late[0][i]);
            }
        }
    }

    private static String phase(Job job) {
        return job.state() instanceof JobState.Running running ? running.phase() : "";
    }

    private static boolean isSeparating(Job job, int step) {
        return job.state() instanceof JobState.Running running
                && running.phase().equals("separating") && running.step() == step;
    }

    @Test
    void progressCountsSegmentsAndKnowsTheTimeLeft() throws Exception {
        Semaphore allowed = new Semaphore(2);
        try (OwnedSession desk = open(HeldNetwork.bag(allowed))) {
            Song song = imported(desk, 44_100, 100_000);
            Job job = desk.ask(it -> it.separate(all(song)));
            desk.until(_ -> isSeparating(job, 2));
            JobState.Running running = (JobState.Running) job.state();
            assertThat(running.steps()).isEqualTo(14);
            assertThat(running.fraction()).hasValue(2.0 / 14);
            assertThat(running.secondsLeft().orElseThrow()).isPositive();
            allowed.release(1_000);
            desk.end(job);
        }
    }

    @Test
    void undoTakesTheStemsAwayAndRedoBringsThemBackWithTheirSound() throws Exception {
        try (OwnedSession desk = open(Desk.model(0.25f, 0.75f))) {
            Song song = imported(desk, 44_100, 50_000);
            desk.end(desk.ask(it -> it.separate(all(song))));
            Song separated = desk.project().songs().getFirst();
            float[][] sound = desk.sound(separated.stems().getFirst().asset());
            assertThat((Object) desk.ask(it -> it.toUndo().orElseThrow())).isInstanceOf(Edit.AddStems.class);
            desk.tell(Session::undo);
            assertThat(desk.project().songs()).containsExactly(song);
            desk.tell(Session::redo);
            assertThat(desk.project().songs()).containsExactly(separated);
            assertThat(desk.sound(separated.stems().getFirst().asset())).isDeepEqualTo(sound);
        }
    }

    @Test
    void undoWhileItRunsCancels() throws Exception {
        Semaphore allowed = new Semaphore(1);
        try (OwnedSession desk = open(HeldNetwork.bag(allowed))) {
            Song song = imported(desk, 44_100, 100_000);
            Job job = desk.ask(it -> it.separate(all(song)));
            desk.until(_ -> isSeparating(job, 1));
            desk.tell(Session::undo);
            allowed.release(1_000);
            assertThat(desk.end(job)).isEqualTo(new JobState.Cancelled());
            assertThat(desk.project().songs()).containsExactly(song);
            assertThat(desk.ask(Session::toRedo)).as("its sound is gone").isEmpty();
        }
    }

    @Test
    void cancellingTakesLanesAndSoundsAwayButNotWhatWasDoneMeanwhile() throws Exception {
        Semaphore allowed = new Semaphore(1);
        try (OwnedSession desk = open(HeldNetwork.bag(allowed))) {
            Song song = imported(desk, 44_100, 100_000);
            Job job = desk.ask(it -> it.separate(all(song)));
            desk.until(_ -> isSeparating(job, 1));
            Lane stem = stems(desk).getFirst();
            desk.tell(it -> it.edit(new Edit.SetStrip(stem.id(), Strip.NEUTRAL.withGainDb(-3))));
            desk.tell(it -> it.edit(new Edit.RenameSong(song.id(), "other")));
            desk.tell(it -> it.amend(new Edit.SetLook(song.mix().id(), song.mix().look().withView(LaneView.OVERLAY))));
            desk.tell(_ -> job.cancel());
            allowed.release(1_000);
            assertThat(desk.end(job)).isEqualTo(new JobState.Cancelled());
            Song after = desk.project().songs().getFirst();
            assertThat(after.stems()).isEmpty();
            assertThat(after.title()).isEqualTo("other");
            assertThat(after.mix().look()).isEqualTo(new LaneLook(LaneView.OVERLAY, 104, "#c9d1e3"));
            desk.tell(Session::undo);
            assertThat(desk.project().songs().getFirst().title()).isEqualTo(song.title());
            assertThat((Object) desk.ask(it -> it.toUndo().orElseThrow())).isInstanceOf(Edit.AddSong.class);
            assertThat(Desk.tree(folder.resolve("session/sounds"))).containsExactlyInAnyOrder(
                    song.mix().asset() + ".index", song.mix().asset() + ".pcm");
            assertThat(folder.resolve("session/work")).doesNotExist();
        }
    }

    @Test
    void aSecondSeparationThatIsCancelledBringsTheFirstBack() throws Exception {
        Semaphore allowed = new Semaphore(1_000);
        try (OwnedSession desk = open(HeldNetwork.bag(allowed))) {
            Song song = imported(desk, 44_100, 100_000);
            desk.end(desk.ask(it -> it.separate(all(song))));
            Project first = desk.project();
            allowed.drainPermits();
            Job job = desk.ask(it -> it.separate(new SeparateWish(song.id(), "toy", List.of(), 1, "cpu")));
            desk.until(it -> !it.project().equals(first));
            desk.tell(_ -> job.cancel());
            allowed.release(1_000);
            desk.end(job);
            assertThat(desk.project()).isEqualTo(first);
        }
    }

    @Test
    void itRestsBetweenSegmentsAndGoesOn() throws Exception {
        Semaphore allowed = new Semaphore(1);
        try (OwnedSession desk = open(HeldNetwork.bag(allowed))) {
            Song song = imported(desk, 44_100, 100_000);
            Job job = desk.ask(it -> it.separate(all(song)));
            desk.until(_ -> isSeparating(job, 1));
            desk.tell(_ -> job.pause());
            allowed.release(1_000);
            desk.until(_ -> job.state() instanceof JobState.Paused);
            assertThat(((JobState.Paused) job.state()).step()).isBetween(1, 2);
            desk.tell(_ -> job.resume());
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
        }
    }

    @Test
    void aRestingJobCanBeCancelled() throws Exception {
        Semaphore allowed = new Semaphore(1_000);
        try (OwnedSession desk = open(HeldNetwork.bag(allowed))) {
            Song song = imported(desk, 44_100, 100_000);
            Job job = desk.ask(it -> it.separate(all(song)));
            desk.tell(_ -> job.pause());
            desk.until(_ -> job.state() instanceof JobState.Paused);
            desk.tell(_ -> job.cancel());
            assertThat(desk.end(job)).isEqualTo(new JobState.Cancelled());
        }
    }

    @Test
    void waitingJobsRunInTheOrderThatTheyArePutInto() throws Exception {
        Semaphore allowed = new Semaphore(0);
        try (OwnedSession desk = open(HeldNetwork.bag(allowed))) {
            List<Song> songs = List.of(
                    imported(desk, 44_100, 20_000), imported(desk, 44_100, 20_001), imported(desk, 44_100, 20_002));
            // One by one: of songs asked for together, the one whose sound is ready first begins.
            List<Job> jobs = new ArrayList<>();
            jobs.add(desk.ask(it -> it.separate(all(songs.get(0)))));
            desk.until(_ -> "loading-model".equals(phase(jobs.get(0))));
            for (Song song : songs.subList(1, 3)) {
                jobs.add(desk.ask(it -> it.separate(all(song))));
            }
            desk.tell(it -> it.reorder(jobs.get(2), 0));
            assertThat(desk.ask(Session::jobs).stream().filter(it -> it.kind() == Job.Kind.SEPARATION))
                    .containsExactly(jobs.get(0), jobs.get(2), jobs.get(1));
            allowed.release(6);
            desk.until(_ -> jobs.get(2).state().isOver());
            assertThat(jobs.get(1).state().isOver()).isFalse();
            allowed.release(1_000);
            desk.end(jobs.get(1));
        }
    }

    @Test
    void theNetworkStaysOpenForTheNextJob() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        ModelBag bag = ModelBag.of("toy", Desk.MODEL, List.of("stem1.0"), 10_000, () -> {
            opened.incrementAndGet();
            return new FractionsNetwork(Desk.MODEL, 10_000, List.of(1f));
        });
        try (OwnedSession desk = open(bag)) {
            Song first = imported(desk, 44_100, 20_000);
            Song second = imported(desk, 44_100, 20_002);
            for (Song song : List.of(first, second)) {
                assertThat(desk.end(desk.ask(it -> it.separate(all(song))))).isEqualTo(new JobState.Done());
            }
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void onlyTheWantedStemsGetLanes() throws Exception {
        try (OwnedSession desk = open(Desk.model(0.25f, 0.5f, 0.75f))) {
            Song song = imported(desk, 44_100, 50_000);
            desk.end(desk.ask(it -> it.separate(
                    new SeparateWish(song.id(), "toy", List.of("stem0.75", "stem0.25"), 0, "cpu"))));
            assertThat(stems(desk)).extracting(Lane::stem).containsExactly("stem0.25", "stem0.75");
        }
    }

    @Test
    void theRecipeNamesTheSongsContent() throws Exception {
        try (OwnedSession desk = open(Desk.model(0.25f, 0.75f))) {
            Song song = imported(desk, 44_100, 50_000);
            desk.end(desk.ask(it -> it.separate(all(song))));
            Recipe recipe = desk.project().songs().getFirst().recipe().orElseThrow();
            FrameDigest digest = new FrameDigest(new AudioSpec(44_100, 2));
            digest.add(Desk.noise(2, 50_000, 0.5f), 0, 50_000);
            assertThat(recipe).isEqualTo(
                    new Recipe(digest.hex(), "toy", List.of("stem0.25", "stem0.75"), 0, 0.25, 0, List.of()));
        }
    }

    @Test
    void aSongIsSeparatedWhileItIsStillRead() throws Exception {
        try (OwnedSession desk = open(Desk.model(0.25f, 0.75f))) {
            Path file = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 100_000, 0.5f), 20);
            desk.ask(it -> it.open(file));
            desk.until(it -> !it.project().songs().isEmpty());
            Song song = desk.project().songs().getFirst();
            assertThat(desk.end(desk.ask(it -> it.separate(all(song))))).isEqualTo(new JobState.Done());
            Song separated = desk.project().songs().getFirst();
            assertThat(separated.recipe().orElseThrow().inputSha256()).hasSize(64);
            assertThat(desk.sound(separated.stems().getFirst().asset())[0]).hasSize(2_000_000);
        }
    }

    @Test
    void aModelThatIsMissingIsNamedAndNothingChanges() throws Exception {
        try (OwnedSession desk = open(Desk.model(0.25f))) {
            Song song = imported(desk, 44_100, 5_000);
            Job job = desk.ask(it -> it.separate(new SeparateWish(song.id(), "kazoo", List.of(), 0, "cpu")));
            assertThat(desk.end(job)).isInstanceOfSatisfying(JobState.Failed.class, failed -> assertThat(failed.cause())
                    .isInstanceOf(ModelUnavailableException.class)
                    .hasMessage("The model kazoo is not installed; install it, then separate again."));
            assertThat(desk.project().songs()).containsExactly(song);
        }
    }

    @Test
    void whatWasSeparatedBeforeAFailureStaysUntilItIsTriedAgain() throws Exception {
        boolean[] broken = {true};
        ModelBag bag = ModelBag.of("toy", Desk.MODEL, List.of("stem1.0"), 10_000,
                () -> new FractionsNetwork(Desk.MODEL, 10_000, List.of(1f)) {
                    private int segments;

                    @Override
                    public float[] separate(float[] mix) {
                        if (broken[0] && ++segments == 4) {
                            throw new IllegalStateException("the network broke");
                        }
                        return super.separate(mix);
                    }
                });
        try (OwnedSession desk = open(bag)) {
            Song song = imported(desk, 44_100, 100_000);
            Job job = desk.ask(it -> it.separate(all(song)));
            assertThat(desk.end(job)).isInstanceOf(JobState.Failed.class);
            Lane partial = stems(desk).getFirst();
            assertThat(desk.ask(it -> it.sound(partial.asset())).orElseThrow().coverage().end()).isEqualTo(25_000);
            broken[0] = false;
            Job second = desk.ask(it -> it.retry(job));
            assertThat(desk.end(second)).isEqualTo(new JobState.Done());
            assertThat(stems(desk)).hasSize(1).doesNotContain(partial);
            desk.tell(Session::undo);
            assertThat(desk.project().songs()).containsExactly(song);
        }
    }

    @Test
    void theSameRecipeAgainComesFromTheCacheEvenForOneStem() throws Exception {
        FinishedWork cache = new FinishedWork(folder.resolve("cache"), () -> FinishedWork.USUAL_LIMIT_BYTES);
        Path file = Desk.wav(folder.resolve("song.wav"), 48_000, Desk.noise(2, 70_000, 0.5f));
        float[][] cooked;
        try (OwnedSession desk = OwnedSession.of(owner ->
                new Session(folder.resolve("a"), new ToySeparators(Desk.model(0.25f, 0.75f)), owner, cache))) {
            desk.end(desk.ask(it -> it.open(file)));
            desk.end(desk.ask(it -> it.separate(all(it.project().songs().getFirst()))));
            cooked = desk.sound(stems(desk).getLast().asset());
        }
        Semaphore never = new Semaphore(0);
        try (OwnedSession desk = OwnedSession.of(owner ->
                new Session(folder.resolve("b"), new ToySeparators(HeldNetwork.bag(never)), owner, cache))) {
            desk.end(desk.ask(it -> it.open(file)));
            Job job = desk.ask(it -> it.separate(new SeparateWish(
                    it.project().songs().getFirst().id(), "toy", List.of("stem0.75"), 0, "cpu")));
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
            assertThat(desk.sound(stems(desk).getFirst().asset())).isDeepEqualTo(cooked);
        }
    }

    @Test
    void aModelImportedInPlaceOfAnotherIsTheOneThatSeparates() throws Exception {
        ToySeparators[] shelf = {new ToySeparators(Desk.model(1f), "old")};
        Separators replaced = new ToySeparators(Desk.model(1f)) {
            @Override
            public List<SeparatorModel> models() {
                return shelf[0].models();
            }

            @Override
            public ModelBag open(String model, String device) throws ModelUnavailableException {
                return shelf[0].open(model, device);
            }
        };
        try (OwnedSession desk = OwnedSession.in(folder.resolve("session"), replaced)) {
            Song song = imported(desk, 44_100, 50_000);
            desk.end(desk.ask(it -> it.separate(all(song))));
            assertThat(desk.sound(stems(desk).getFirst().asset())[0][100]).isNotCloseTo(0f, within(1e-3f));
            ModelBag silent = ModelBag.of("toy", Desk.MODEL, List.of("stem1.0"), 10_000,
                    () -> new FractionsNetwork(Desk.MODEL, 10_000, List.of(1f)) {
                        @Override
                        public float[] separate(float[] mix) {
                            return new float[mix.length];
                        }
                    });
            shelf[0] = new ToySeparators(silent, "new");
            assertThat(desk.end(desk.ask(it -> it.separate(all(song))))).isEqualTo(new JobState.Done());
            assertThat(desk.sound(stems(desk).getFirst().asset())[0][100]).isCloseTo(0f, within(1e-6f));
        }
    }
}
