package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.Song;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(120)
class SessionPauseTest {
    @TempDir
    Path folder;

    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger working = new AtomicInteger();

    /// A network that takes a segment apart whenever it is allowed to, and minds being closed or having company.
    private final class Steps extends FractionsNetwork {
        private boolean closed;

        Steps() {
            super(Desk.MODEL, 10_000, List.of(0.25f, 0.75f));
        }

        @Override
        public float[] separate(float[] mix) {
            assertThat(working.incrementAndGet()).isOne();
            allowed.acquireUninterruptibly();
            assertThat(closed).as("closed in use").isFalse();
            working.decrementAndGet();
            return super.separate(mix);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /// The toy, and another of the same stems.
    private OwnedSession open() throws Exception {
        ModelBag bag = ModelBag.of("toy", Desk.MODEL, new Steps().stems(), 10_000, Steps::new);
        return OwnedSession.in(folder.resolve("session"), new ToySeparators(bag) {
            @Override
            public List<SeparatorModel> models() {
                SeparatorModel toy = super.models().getFirst();
                return List.of(toy, new SeparatorModel("other", "", toy.stems(), true, 0, "", "other"));
            }

            @Override
            public ModelBag open(String model, String device) throws ModelUnavailableException {
                return new ModelBag(model, bag.stems(), bag.spec(), bag.members());
            }
        });
    }

    private Job separation(OwnedSession desk, int frames, String model) throws Exception {
        Path file = Desk.wav(folder.resolve("song%d.wav".formatted(frames)), 44_100, Desk.noise(2, frames, 0.5f));
        assertThat(desk.end(desk.ask(it -> it.open(file)))).isEqualTo(new JobState.Done());
        Song song = desk.project().songs().getLast();
        return desk.ask(it -> it.separate(new SeparateWish(song.id(), model, List.of(), 0, "cpu")));
    }

    private Job resting(OwnedSession desk) throws Exception {
        Job job = separation(desk, 100_000, "toy");
        allowed.release();
        desk.until(_ -> job.state() instanceof JobState.Running(_, _, _, int step, _) && step == 1);
        desk.tell(_ -> job.pause());
        allowed.release();
        desk.until(_ -> job.state() instanceof JobState.Paused);
        return job;
    }

    @Test
    void whileOneRestsTheNextRunsAndThenItGoesOnWithItsNetwork() throws Exception {
        try (OwnedSession desk = open()) {
            Job first = resting(desk);
            Job second = separation(desk, 20_000, "other");
            allowed.release(1_000);
            assertThat(desk.end(second)).isEqualTo(new JobState.Done());
            assertThat(first.state()).isInstanceOf(JobState.Paused.class);
            desk.tell(_ -> first.resume());
            assertThat(desk.end(first)).isEqualTo(new JobState.Done());
        }
    }

    @Test
    void restsAreNotTimeThatSegmentsTake() throws Exception {
        try (OwnedSession desk = open()) {
            Job job = resting(desk);
            Thread.sleep(2_000);
            desk.tell(_ -> job.resume());
            allowed.release();
            desk.until(_ -> job.state() instanceof JobState.Running(_, _, _, int step, _) && step == 3);
            JobState.Running running = (JobState.Running) job.state();
            allowed.release(1_000);
            // With the rest, two segments would have taken two seconds at least.
            assertThat(running.secondsLeft().orElseThrow()).isLessThan(0.5 * (running.steps() - running.step()));
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
        }
    }

    @Test
    void whatIsResumedGoesOnAfterTheOneThatRunsAndBeforeThoseThatWait() throws Exception {
        try (OwnedSession desk = open()) {
            Job first = resting(desk);
            Job second = separation(desk, 20_000, "toy");
            desk.until(_ -> second.state() instanceof JobState.Running(_, _, _, int step, int steps) && step == steps);
            Job third = separation(desk, 20_002, "toy");
            desk.tell(_ -> first.resume());
            desk.until(_ -> first.state() instanceof JobState.Waiting);
            allowed.release(15);
            assertThat(desk.end(first)).isEqualTo(new JobState.Done());
            assertThat(second.state()).isEqualTo(new JobState.Done());
            assertThat(third.state().isOver()).isFalse();
            allowed.release(1_000);
            assertThat(desk.end(third)).isEqualTo(new JobState.Done());
        }
    }

    @Test
    void whatWaitsToGoOnCanRestAgainOrBeCancelledAtOnce() throws Exception {
        try (OwnedSession desk = open()) {
            Job first = resting(desk);
            Job second = separation(desk, 20_000, "toy");
            desk.until(_ -> second.state() instanceof JobState.Running);
            desk.tell(_ -> first.resume());
            desk.until(_ -> first.state() instanceof JobState.Waiting);
            desk.tell(_ -> first.pause());
            desk.until(_ -> first.state() instanceof JobState.Paused);
            desk.tell(_ -> first.resume());
            desk.until(_ -> first.state() instanceof JobState.Waiting);
            desk.tell(_ -> first.cancel());
            assertThat(desk.end(first)).isEqualTo(new JobState.Cancelled());
            assertThat(second.state()).isInstanceOf(JobState.Running.class);
            allowed.release(1_000);
            assertThat(desk.end(second)).isEqualTo(new JobState.Done());
        }
    }
}
