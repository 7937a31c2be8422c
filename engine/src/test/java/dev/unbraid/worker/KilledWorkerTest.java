package dev.unbraid.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.separation.MemorySegments;
import dev.unbraid.separation.MemoryTape;
import dev.unbraid.separation.MixLevel;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.RunControl;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.separation.SeparationRun;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.separation.ShiftOffsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

class KilledWorkerTest {
    /// A few in every build; `-Dunbraid.kills=200` for a night.
    private static final int KILLS = Integer.getInteger("unbraid.kills", 5);
    private static final int FRAMES = 12 * ToyWorker.FRAMES;

    @TempDir
    Path folder;

    private static int separate(SegmentModel network, RunControl control) throws Exception {
        MemoryTape mix = new MemoryTape(2, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            mix.planes[0][i] = (float) Math.sin(i);
            mix.planes[1][i] = (float) Math.cos(3 * i);
        }
        ModelBag bag = ModelBag.of("toy", new AudioSpec(44_100, 2), network.stems(), ToyWorker.FRAMES, () -> network);
        MemoryTape stem = new MemoryTape(2, FRAMES);
        MemoryTape footing = new MemoryTape(2, FRAMES);
        SeparationSettings settings = SeparationSettings.DEFAULT;
        new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), mix, new MixLevel(0, 1))
                .run(Map.of("mix", stem, "footing", footing), new MemorySegments(), control);
        return Arrays.deepHashCode(List.of(stem.planes, footing.planes).toArray());
    }

    private static SegmentModel open(Workers workers) throws Exception {
        return WorkerModel.open(workers, new WorkerModel.Wish(Path.of("sleeps"), new ComputeChoice(DeviceChoice.parse("auto"), 4)));
    }

    @Test
    void aWorkerThatIsKilledDisturbsNoneThatWorksBesideIt() throws Exception {
        try (Workers workers = new Workers(ToyWorker.launch(folder)); Killer patient = new Killer(0, 1)) {
            int undisturbed = separate(open(workers), patient);
            SegmentModel struck = open(workers);
            List<ProcessHandle> first = Killer.workersOf(ProcessHandle.current());
            assertThat(first).hasSize(1);
            SegmentModel beside = open(workers);
            assertThat(Killer.workersOf(ProcessHandle.current())).hasSize(2);
            CountDownLatch begun = new CountDownLatch(2);
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> begin(beside, begun));
            CompletableFuture<Integer> killed = CompletableFuture.supplyAsync(() -> begin(struck, begun));
            begun.await();
            assertThat(first.getFirst().destroyForcibly()).isTrue();
            assertThat(killed.get()).isEqualTo(undisturbed);
            assertThat(other.get()).isEqualTo(undisturbed);
            assertThat(struck.mishaps()).hasSize(1);
            assertThat(beside.mishaps()).isEmpty();
        }
    }

    private static int begin(SegmentModel network, CountDownLatch begun) {
        try {
            return separate(network, new RunControl() {
                @Override
                public boolean isCancelled() {
                    return false;
                }

                @Override
                public void progress(double done, double total) {
                    begun.countDown();
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void killsAtRandomMomentsChangeNotOneSampleAndLeaveNothing() throws Exception {
        try (Workers workers = new Workers(ToyWorker.launch(folder))) {
            int undisturbed = separate(open(workers), new Killer(0, 1));
            try (Killer killer = new Killer(KILLS, 200)) {
                do {
                    SegmentModel network = open(workers);
                    assertThat(separate(network, killer)).as("%s", network.mishaps()).isEqualTo(undisturbed);
                } while (!killer.isDone());
            }
        }
        assertThat(Killer.workersOf(ProcessHandle.current())).as("orphans").isEmpty();
        assertThat(ToyWorker.files(folder)).isEmpty();
    }
}
