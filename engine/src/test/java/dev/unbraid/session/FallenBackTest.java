package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.project.SongId;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.Loss;
import dev.unbraid.separation.Mishap;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.SeparateRequest.Papers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// What becomes of stems whose network went on on something else than it was asked to run on.
class FallenBackTest {
    private static final Mishap MISHAP = new Mishap(Loss.CRASHED, "cuda:0", Mishap.After.THE_PROCESSOR, 1);
    private static final int SOUND_SEGMENTS = 2;
    private static final Provenance HERE =
            new Provenance("toy-1", new Provenance.Machine("auto", "cuda", "float32", 2), "0.1");

    @TempDir
    Path folder;

    private final AtomicInteger opened = new AtomicInteger();

    /// Falls back after two segments.
    private static final class Falling extends FractionsNetwork {
        private int segments;

        Falling() {
            super(Desk.MODEL, 10_000, List.of(0.25f, 0.75f));
        }

        @Override
        public float[] separate(float[] mix) {
            segments++;
            return super.separate(mix);
        }

        @Override
        public boolean runsAsAsked() {
            return segments <= SOUND_SEGMENTS;
        }

        @Override
        public List<Mishap> mishaps() {
            return runsAsAsked() ? List.of() : List.of(MISHAP);
        }
    }

    private ModelBag bag() {
        return ModelBag.of("toy", Desk.MODEL, new Falling().stems(), 10_000, () -> {
            opened.incrementAndGet();
            return new Falling();
        }).identifiedAs("toy cuda");
    }

    private SeparateRequest request(String name, ModelBag bag) throws IOException {
        Path song = Desk.wav(folder.resolve(name + ".wav"), 44_100, Desk.noise(2, 50_000, 0.5f));
        SeparateRequest plain = Desk.request(song, folder.resolve("out"), bag);
        return new SeparateRequest(song,
                new SeparateRequest.Separating(bag, SeparationSettings.DEFAULT, Optional.of(HERE)),
                plain.selection(), plain.place(), plain.sound(), Papers.RECIPE);
    }

    private FinishedWork finished() {
        return new FinishedWork(folder.resolve("finished"), () -> 1L << 30);
    }

    private long keptFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("finished"))) {
            return files.filter(it -> it.toString().endsWith(".segment") || it.toString().endsWith(".stem")).count();
        }
    }

    @Test void theRecipeSaysThatNobodyCanPromiseTheSameBytes() throws Exception {
        SeparateReport report = Desk.done(request("song", bag()));
        assertThat(report.warnings()).containsExactly(new Remark.NetworkLost(MISHAP));
        StemRecipe recipe = RecipeFile.read(folder.resolve("out").resolve("song").resolve("recipe.json"));
        assertThat(recipe.machine().kind()).isEqualTo(StemRecipe.MIXED);
    }

    @Test void segmentsSinceThenAreKeptForNobodyElse() throws Exception {
        AtomicInteger done = new AtomicInteger();
        SeparateListener impatient = new SeparateListener() {
            @Override
            public void progress(SeparateProgress progress) {
                if (progress instanceof SeparateProgress.Separating(int segments, int _, var _)) {
                    done.set(segments);
                }
            }

            @Override
            public boolean isCancelled() {
                return done.get() >= SOUND_SEGMENTS + 2;
            }
        };
        SeparateOutcome outcome = new SeparateJob(request("song", bag()), new TrackNames(), impatient, finished()).run();
        assertThat(outcome).isInstanceOf(SeparateOutcome.Cancelled.class);
        assertThat(keptFiles()).isEqualTo(SOUND_SEGMENTS);
    }

    @Test void theNextFileBeginsWithAnotherNetworkAndIsToldOnlyItsOwn() throws Exception {
        try (KeptNetwork network = new KeptNetwork(bag())) {
            for (String song : List.of("first", "second")) {
                assertThat(Desk.done(request(song, network.bag())).warnings()).containsExactly(new Remark.NetworkLost(MISHAP));
            }
        }
        assertThat(opened).hasValue(2);
    }

    @Test void theWindowSaysSoKeepsOnlyWhatWasMadeBeforeAndBeginsAnew() throws Exception {
        Path file = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 50_000, 0.5f));
        try (OwnedSession desk = OwnedSession.of(owner -> new Session(
                folder.resolve("session"), new ToySeparators(bag()), owner, finished()))) {
            desk.end(desk.ask(it -> it.open(file)));
            SongId song = desk.project().songs().getFirst().id();
            for (int times = 1; times <= 2; times++) {
                Job job = desk.ask(it -> it.separate(new SeparateWish(song, "toy", List.of(), 0, "cpu")));
                assertThat(desk.end(job)).isEqualTo(new JobState.Done());
                assertThat(job.warnings()).containsExactly(new Remark.NetworkLost(MISHAP));
                assertThat(opened).hasValue(times);
                assertThat(keptFiles()).as("no stem, and what each network made before").isEqualTo((long) times * SOUND_SEGMENTS);
            }
        }
    }
}
