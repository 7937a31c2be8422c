package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.batch.QueuedSong;
import dev.unbraid.batch.SessionBatch;
import dev.unbraid.batch.SessionBatch.Plan;
import dev.unbraid.batch.SongState;
import dev.unbraid.project.Song;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
class SessionBatchTest {
    private static final List<Float> PARTS = List.of(0.25f, 0.75f);

    @TempDir
    Path folder;

    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger opened = new AtomicInteger();

    private final class Steps extends FractionsNetwork {
        Steps() {
            super(Desk.MODEL, 10_000, PARTS);
            opened.incrementAndGet();
        }

        @Override
        public float[] separate(float[] mix) {
            allowed.acquireUninterruptibly();
            return super.separate(mix);
        }
    }

    private OwnedSession open() throws Exception {
        List<String> stems = new FractionsNetwork(Desk.MODEL, 10_000, PARTS).stems();
        return OwnedSession.in(folder.resolve("session"),
                new ToySeparators(ModelBag.of("toy", Desk.MODEL, stems, 10_000, Steps::new)));
    }

    private Path song(String name) throws IOException {
        Files.createDirectories(folder.resolve("songs"));
        return Desk.wav(folder.resolve("songs").resolve(name), 44_100, Desk.noise(2, 20_000, 0.5f));
    }

    private Plan plan(OutputPlace.Existing existing) {
        return new Plan(
                new FileWish.How("toy", 0, "cpu", new StemSelection.Each(List.of("stem0.25", "stem0.75")),
                        new OutputSound(Desk.FLOATS, OutputSound.Rate.MODEL, OutputSound.Clip.LINKED)),
                new OutputPlace(folder.resolve("out"), NameTemplate.DEFAULT, existing));
    }

    private SessionBatch batch(OwnedSession desk, Path... songs) throws Exception {
        return desk.ask(it -> {
            SessionBatch batch = new SessionBatch(it, () -> { });
            List.of(songs).forEach(song -> batch.queue().add(song, Path.of("")));
            return batch;
        });
    }

    private static List<SongState> states(SessionBatch batch) {
        return batch.queue().songs().stream().map(QueuedSong::state).toList();
    }

    private static void untilIdle(OwnedSession desk, SessionBatch batch) throws Exception {
        desk.until(_ -> !batch.isOn());
    }

    @Test void aBrokenSongStopsNoOtherAndIsDoneOnceItIsMended() throws Exception {
        allowed.release(1000);
        Path broken = Files.writeString(Files.createDirectories(folder.resolve("songs")).resolve("b.wav"), "no sound");
        try (OwnedSession desk = open()) {
            SessionBatch batch = batch(desk, song("a.wav"), broken, song("c.wav"));
            desk.tell(_ -> batch.start(plan(OutputPlace.Existing.REFUSE)));
            untilIdle(desk, batch);
            assertThat(states(batch)).satisfiesExactly(
                    it -> assertThat(it).isInstanceOf(SongState.Done.class),
                    it -> assertThat(it).isInstanceOf(SongState.Failed.class),
                    it -> assertThat(it).isInstanceOf(SongState.Done.class));
            assertThat(Desk.tree(folder.resolve("out"))).contains("a/stem0.25.wav", "c/stem0.75.wav");
            assertThat(desk.ask(Session::jobs)).as("jobs that are left").isEmpty();
            assertThat(opened).hasValue(1);
            song("b.wav");
            desk.tell(_ -> {
                batch.queue().retry(_ -> true);
                batch.resume();
            });
            untilIdle(desk, batch);
            assertThat(states(batch)).hasOnlyElementsOfType(SongState.Done.class);
            assertThat(Desk.tree(folder.resolve("out"))).contains("b/stem0.25.wav").doesNotContain("b (2)");
        }
    }

    @Test void aSecondRunSkipsWhatIsThere() throws Exception {
        allowed.release(1000);
        try (OwnedSession desk = open()) {
            SessionBatch batch = batch(desk, song("a.wav"));
            desk.tell(_ -> batch.start(plan(OutputPlace.Existing.REFUSE)));
            untilIdle(desk, batch);
            SessionBatch again = batch(desk, song("a.wav"));
            desk.tell(_ -> again.start(plan(OutputPlace.Existing.SKIP)));
            untilIdle(desk, again);
            assertThat(states(again)).singleElement().isInstanceOf(SongState.Skipped.class);
        }
    }

    @Test void aPauseLetsOthersInAndNoOtherSongBegin() throws Exception {
        try (OwnedSession desk = open()) {
            Path file = song("a.wav");
            SessionBatch batch = batch(desk, file, song("b.wav"));
            desk.tell(_ -> batch.start(plan(OutputPlace.Existing.REFUSE)));
            allowed.release();
            desk.until(_ -> batch.atHand()
                    .filter(it -> it instanceof JobState.Running(_, _, _, int step, _) && step == 1).isPresent());
            desk.tell(_ -> batch.pause());
            allowed.release();
            desk.until(_ -> batch.atHand().filter(JobState.Paused.class::isInstance).isPresent());
            allowed.release(1000);
            assertThat(desk.end(desk.ask(it -> it.open(file)))).isEqualTo(new JobState.Done());
            Song song = desk.project().songs().getLast();
            Job between = desk.ask(it -> it.separate(new SeparateWish(song.id(), "toy", List.of(), 0, "cpu")));
            assertThat(desk.end(between)).isEqualTo(new JobState.Done());
            assertThat(states(batch)).containsExactly(new SongState.AtWork(), new SongState.Waiting());
            desk.tell(_ -> batch.resume());
            untilIdle(desk, batch);
            assertThat(states(batch)).hasOnlyElementsOfType(SongState.Done.class);
            assertThat(opened).as("networks, one after the other").hasValue(1);
        }
    }

    @Test void anotherDocumentDoesNotStopTheQueueAndCancellingDoes() throws Exception {
        try (OwnedSession desk = open()) {
            SessionBatch batch = batch(desk, song("a.wav"), song("b.wav"), song("c.wav"));
            desk.tell(_ -> batch.start(plan(OutputPlace.Existing.REFUSE)));
            desk.tell(Session::startAfresh);
            List<SongState> states = desk.ask(_ -> states(batch));
            assertThat(states).containsExactly(
                    new SongState.AtWork(), new SongState.Waiting(), new SongState.Waiting());
            desk.tell(_ -> batch.cancelAll());
            allowed.release(1000);
            untilIdle(desk, batch);
            assertThat(states(batch)).containsOnly(new SongState.Cancelled());
            assertThat(folder.resolve("out").resolve("a")).doesNotExist();
        }
    }
}
