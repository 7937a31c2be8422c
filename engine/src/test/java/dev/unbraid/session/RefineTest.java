package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.Refinement;
import dev.unbraid.project.Song;
import dev.unbraid.project.SumLock;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.separation.SegmentPlan;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.separation.TwistingNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

@Timeout(120)
class RefineTest {
    private static final AudioSpec MODEL = new AudioSpec(44_100, 2);
    private static final int SEGMENT = 10_000;
    private static final int FRAMES = 150_001;
    private static final List<String> STEMS = List.of("a", "b");

    @TempDir
    Path folder;

    private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());

    /// Three models, the last with one stem more.
    private class Models extends ToySeparators {
        Models() {
            super(bag("toy"));
        }

        @Override
        public List<SeparatorModel> models() {
            return List.of(model("toy", STEMS), model("other", STEMS), model("three", List.of("a", "b", "c")));
        }

        private SeparatorModel model(String name, List<String> stems) {
            return new SeparatorModel(name, "a toy", stems, true, 0, "", name);
        }

        @Override
        public ModelBag open(String model, String device) {
            return bag(model);
        }
    }

    private ModelBag bag(String model) {
        float tilt = model.equals("toy") ? 0.1f : 0.4f;
        return ModelBag.of(model, MODEL, STEMS, SEGMENT, () -> network(tilt));
    }

    private SegmentModel network(float tilt) {
        return new TwistingNetwork(MODEL, SEGMENT, STEMS, tilt, asked);
    }

    private OwnedSession open() throws Exception {
        return OwnedSession.in(folder.resolve("session"), new Models());
    }

    private Song separated(OwnedSession desk, int rate) throws Exception {
        Path file = Desk.wav(folder.resolve("song.wav"), rate, Desk.noise(2, FRAMES, 0.5f));
        assertThat(desk.end(desk.ask(it -> it.open(file)))).isEqualTo(new JobState.Done());
        return separated(desk, "toy", 0);
    }

    private static Song separated(OwnedSession desk, String model, int shifts) throws Exception {
        Job job = desk.ask(it -> it.separate(new SeparateWish(song(it).id(), model, List.of(), shifts, "cpu")));
        assertThat(desk.end(job)).isEqualTo(new JobState.Done());
        return desk.ask(RefineTest::song);
    }

    private static Song song(Session session) {
        return session.project().songs().getFirst();
    }

    private static RefineWish wish(Song song, FrameRange range, int shifts, double overlap) {
        return new RefineWish(song.id(), range, "other", shifts, overlap, "cpu");
    }

    private static Song refined(OwnedSession desk, RefineWish wish) throws Exception {
        assertThat(desk.end(desk.ask(it -> it.refine(wish)))).isEqualTo(new JobState.Done());
        return desk.ask(RefineTest::song);
    }

    private static float[][][] stems(OwnedSession desk, Song song) throws Exception {
        float[][][] sounds = new float[song.stems().size()][][];
        for (int i = 0; i < sounds.length; i++) {
            sounds[i] = desk.sound(song.stems().get(i).asset());
        }
        return sounds;
    }

    private static void assertSpliced(FrameRange range, int fade, float[][][] old, float[][][] fresh, float[][][] now) {
        for (int stem = 0; stem < now.length; stem++) {
            for (int channel = 0; channel < 2; channel++) {
                assertThat(now[stem][channel]).hasSize(FRAMES);
                for (int i = 0; i < FRAMES; i++) {
                    boolean outside = i < range.start() || i >= range.end();
                    boolean fading = !outside && (i < range.start() + fade || i >= range.end() - fade);
                    float before = old[stem][channel][i];
                    float after = fresh[stem][channel][i];
                    float heard = now[stem][channel][i];
                    if (outside && heard != before || !outside && !fading && heard != after
                            || fading && (heard - before) * (heard - after) > 1e-6) {
                        throw new AssertionError("frame %d of %s: %s, before %s, whole %s".formatted(i, range, heard, before, after));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 22_050})
    void outsideNothingChangesAndInsideItIsWhatAWholeRunMakes(int rate) throws Exception {
        try (OwnedSession desk = open()) {
            Song before = separated(desk, rate);
            float[][][] old = stems(desk, before);
            Random random = new Random(rate);
            for (int shifts : List.of(0, 2)) {
                float[][][] whole = stems(desk, separated(desk, "other", shifts));
                desk.tell(Session::undo);
                for (int i = 0; i < 4; i++) {
                    int start = 1 + random.nextInt(FRAMES - 10_000);
                    FrameRange range = new FrameRange(start, start + 3_000 + random.nextInt(FRAMES - start - 3_000));
                    Song now = refined(desk, wish(before, range, shifts, 0.25));
                    assertSpliced(range, rate / 50, old, whole, stems(desk, now));
                    desk.tell(Session::undo);
                    assertThat(desk.ask(RefineTest::song)).isEqualTo(before);
                    assertThat(stems(desk, before)).isDeepEqualTo(old);
                }
            }
        }
    }

    @Test
    void onlyTheSegmentsThatTouchTheStretchRun() throws Exception {
        try (OwnedSession desk = open()) {
            Song song = separated(desk, 44_100);
            for (double overlap : List.of(0.0, 0.1, 0.5, 0.75)) {
                FrameRange range = new FrameRange(61_234, 80_000);
                SegmentPlan plan = SegmentPlan.of(new FrameRange(0, FRAMES), SEGMENT, SeparationSettings.DEFAULT.withOverlap(overlap));
                long touched = IntStream.range(0, plan.segments())
                        .mapToObj(plan::segment)
                        .filter(it -> it.range().start() < range.end() && range.start() < it.range().end())
                        .count();
                asked.clear();
                refined(desk, wish(song, range, 0, overlap));
                assertThat(asked).hasSize((int) touched);
            }
        }
    }

    @Test
    void allOfASongSeparatedAgainIsAWholeRun() throws Exception {
        try (OwnedSession desk = open()) {
            Song before = separated(desk, 48_000);
            float[][][] whole = stems(desk, separated(desk, "other", 1));
            desk.tell(Session::undo);
            Song now = refined(desk, wish(before, new FrameRange(-5, FRAMES + 100), 1, 0.25));
            assertThat(stems(desk, now)).isDeepEqualTo(whole);
        }
    }

    @Test
    void theRecipeTellsWhatWasSeparatedAgainAndIsSaved() throws Exception {
        Path file = folder.resolve("song.unbraid");
        Project saved;
        try (OwnedSession desk = open()) {
            Song before = separated(desk, 44_100);
            refined(desk, wish(before, new FrameRange(20_000, 40_000), 2, 0.5));
            Song now = refined(desk, wish(before, new FrameRange(30_000, 50_000), 0, 0.25));
            assertThat(now.recipe().orElseThrow().refinements()).containsExactly(
                    new Refinement(new FrameRange(20_000, 40_000), "other", 2, 0.5, 0),
                    new Refinement(new FrameRange(30_000, 50_000), "other", 0, 0.25, 0));
            assertThat(now.stems()).extracting(Lane::id).isEqualTo(before.stems().stream().map(Lane::id).toList());
            assertThat(desk.end(desk.ask(it -> it.save(file)))).isEqualTo(new JobState.Done());
            saved = desk.project();
        }
        try (OwnedSession desk = open()) {
            assertThat(desk.end(desk.ask(it -> it.load(file)))).isEqualTo(new JobState.Done());
            assertThat(desk.project()).isEqualTo(saved);
            Song loaded = desk.ask(RefineTest::song);
            assertThat(refined(desk, wish(loaded, new FrameRange(0, 5_000), 0, 0.25)).recipe().orElseThrow().refinements())
                    .hasSize(3);
        }
    }

    @Test
    void cancelledItLeavesAllAsItWas() throws Exception {
        CompletableFuture<Job> job = new CompletableFuture<>();
        Models models = new Models() {
            @Override
            public ModelBag open(String model, String device) {
                SegmentModel toy = network(0.1f);
                return model.equals("toy") ? super.open(model, device)
                        : ModelBag.of(model, MODEL, STEMS, SEGMENT, () -> new Cancelling(toy, job));
            }
        };
        try (OwnedSession desk = OwnedSession.in(folder.resolve("session"), models)) {
            Song before = separated(desk, 44_100);
            float[][][] old = stems(desk, before);
            job.complete(desk.ask(it -> it.refine(wish(before, new FrameRange(20_000, 90_000), 0, 0.25))));
            assertThat(desk.end(job.get())).isEqualTo(new JobState.Cancelled());
            assertThat(desk.ask(RefineTest::song)).isEqualTo(before);
            assertThat(stems(desk, before)).isDeepEqualTo(old);
            assertThat(desk.ask(Session::toUndo).orElseThrow()).isInstanceOf(Edit.AddStems.class);
        }
    }

    /// Has its job cancelled while it works.
    private static final class Cancelling extends ForwardedNetwork {
        private final CompletableFuture<Job> job;

        Cancelling(SegmentModel network, CompletableFuture<Job> job) {
            super(network);
            this.job = job;
        }

        @Override
        public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
            job.join().cancel();
            // The answer comes all the same: that it is not used is the point.
            return super.separateUnless(mixes, () -> false);
        }

        @Override
        public void close() {}
    }

    @Test
    void aModelWithOtherStemsIsRefused() throws Exception {
        try (OwnedSession desk = open()) {
            Song before = separated(desk, 44_100);
            Job job = desk.ask(it -> it.refine(
                    new RefineWish(before.id(), new FrameRange(0, 9_000), "three", 0, 0.25, "cpu")));
            assertThat(desk.end(job)).isInstanceOfSatisfying(JobState.Failed.class, it ->
                    assertThat(it.cause()).hasMessage("The model three has other stems than song; choose one that has a, b."));
            assertThat(desk.ask(RefineTest::song)).isEqualTo(before);
        }
    }

    @Test
    void stemsThatWereMadeToAddUpAreSeparatedAgainAsTheNetworkMadeThem() throws Exception {
        try (OwnedSession desk = open()) {
            Song before = separated(desk, 44_100);
            float[][][] old = stems(desk, before);
            desk.end(desk.ask(it -> it.lockSum(before.id(), new SumLock.Spread())).orElseThrow());
            Song locked = desk.ask(RefineTest::song);
            FrameRange range = new FrameRange(20_000, 40_000);
            Job job = desk.ask(it -> it.refine(wish(before, range, 0, 0.25)));
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
            assertThat(job.warnings()).containsExactly(new Remark.Unlocked("song"));
            Song now = desk.ask(RefineTest::song);
            assertThat(now.sum().isLocked()).isFalse();
            assertSpliced(range, 882, old, stems(desk, now), stems(desk, now));
            desk.tell(Session::undo);
            assertThat(desk.ask(RefineTest::song)).isEqualTo(locked);
        }
    }

    @Test
    void whereThereIsNothingToSeparateAgainItIsRefused() throws Exception {
        try (OwnedSession desk = open()) {
            Song song = separated(desk, 44_100);
            assertThatIllegalArgumentException().isThrownBy(() ->
                    refused(desk, wish(song, new FrameRange(FRAMES, FRAMES + 10), 0, 0.25)));
            desk.tell(it -> it.edit(new Edit.RemoveStems(song.id())));
            assertThatIllegalArgumentException().isThrownBy(() ->
                    refused(desk, wish(song, new FrameRange(0, 10), 0, 0.25))).withMessageContaining("no stems");
        }
    }

    private static void refused(OwnedSession desk, RefineWish wish) throws Exception {
        try {
            desk.ask(it -> it.refine(wish));
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Test
    void whatTheStemsWereBeforeIsKnownUntilTheyAreThatAgain() throws Exception {
        try (OwnedSession desk = open()) {
            Song first = separated(desk, 44_100);
            assertThat(former(desk, first)).isEmpty();
            Song refined = refined(desk, wish(first, new FrameRange(20_000, 40_000), 0, 0.25));
            Song former = former(desk, first).orElseThrow();
            assertThat(former.stems()).isEqualTo(first.stems());
            Lane muted = refined.stems().getFirst();
            desk.tell(it -> it.edit(new Edit.SetStrip(muted.id(), muted.strip().withMuted(true))));
            Lane mutedBefore = former(desk, first).orElseThrow().stems().getFirst();
            assertThat(mutedBefore.asset()).isEqualTo(first.stems().getFirst().asset());
            assertThat(mutedBefore.strip().muted()).isTrue();
            Song second = separated(desk, "other", 0);
            Song beforeSecond = former(desk, first).orElseThrow();
            assertThat(beforeSecond.stems()).extracting(Lane::id).isEqualTo(second.stems().stream().map(Lane::id).toList());
            assertThat(beforeSecond.stems()).extracting(Lane::asset).isEqualTo(refined.stems().stream().map(Lane::asset).toList());
            desk.tell(it -> {
                it.undo();
                it.undo();
                it.undo();
            });
            assertThat(former(desk, first)).isEmpty();
        }
    }

    private static Optional<Song> former(OwnedSession desk, Song song) throws Exception {
        return desk.ask(it -> it.before(song.id()));
    }

    @Test
    void aSpliceHasNoStep() {
        Splice splice = Splice.of(new FrameRange(1_000, 5_000), 10_000, 44_100);
        float before = 0;
        for (long frame = 1_000; frame < 5_000; frame++) {
            assertThat(Math.abs(splice.share(frame) - before)).isLessThan(1.01f / 883);
            before = splice.share(frame);
        }
        assertThat(before).isLessThan(1.01f / 883);
        assertThat(splice.share(3_000)).isEqualTo(1);
        assertThat(Splice.of(new FrameRange(0, 10_000), 10_000, 44_100).share(0)).isEqualTo(1);
    }
}
