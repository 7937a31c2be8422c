package dev.unbraid.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.compute.ProcessorPace;
import dev.unbraid.compute.TestEngine;
import dev.unbraid.htdemucs.HtDemucsBags;
import dev.unbraid.separation.MemorySegments;
import dev.unbraid.separation.MemoryTape;
import dev.unbraid.separation.MixLevel;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.RunControl;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.separation.SeparationRun;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.separation.ShiftOffsets;
import dev.unbraid.separation.StemTape;
import dev.unbraid.settings.ThisJava;
import dev.unbraid.vector.VectorUnits;
import dev.unbraid.worker.Killer;
import dev.unbraid.worker.WorkerModel;
import dev.unbraid.worker.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

class WorkerProcessTest {
    private static final Footing FOOTING = new Footing(new ComputeDevice.Cpu(), Precision.FLOAT32, 2);
    private static final int SEGMENTS = 6;
    /// One in every build; `-Dunbraid.kills=30` for a night.
    private static final int KILLS = Integer.getInteger("unbraid.kills", 1);
    private static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");

    private static final RunControl PATIENT = new RunControl() {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double done, double total) {}
    };

    @TempDir
    static Path home;

    /// A worker that one test has closed its network in is there for the next.
    private static Workers workers;

    @BeforeAll
    static void start() {
        workers = MiniatureWorkers.in(home);
    }

    @AfterAll
    static void end() throws Exception {
        workers.close();
        assertThat(Killer.workersOf(ProcessHandle.current())).as("orphans").isEmpty();
        if (Files.isDirectory(home.resolve("worker"))) {
            try (Stream<Path> files = Files.list(home.resolve("worker"))) {
                assertThat(files).as("files left").isEmpty();
            }
        }
    }

    private static SegmentModel open(Path checkpoint) throws ModelUnavailableException {
        return open(workers, checkpoint);
    }

    private static SegmentModel open(Workers workers, Path checkpoint) throws ModelUnavailableException {
        return WorkerModel.open(workers, new WorkerModel.Wish(checkpoint, new ComputeChoice(
                new DeviceChoice.Exactly(FOOTING.device()), new PrecisionChoice.Exactly(FOOTING.precision()), FOOTING.threads())));
    }

    private static SegmentModel openHere() throws Exception {
        return HtDemucsBags.load(TestEngine::get, FOOTING, Arithmetic.JAVA, MiniatureWorkers.checkpoint());
    }

    private static MemoryTape noise(int frames) {
        MemoryTape mix = new MemoryTape(2, frames);
        Random random = new Random(1);
        for (float[] plane : mix.planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) random.nextGaussian() * 0.2f;
            }
        }
        return mix;
    }

    private static Map<String, MemoryTape> separate(ModelBag.Opener opener, RunControl control) throws Exception {
        int segmentFrames = 22_050;
        MemoryTape mix = noise(SEGMENTS * segmentFrames * 3 / 4);
        ModelBag bag = ModelBag.of("mini", new AudioSpec(44_100, 2), STEMS, segmentFrames, opener);
        Map<String, MemoryTape> tapes = new LinkedHashMap<>();
        STEMS.forEach(stem -> tapes.put(stem, new MemoryTape(2, (int) mix.frames())));
        MemorySegments segments = new MemorySegments();
        SeparationSettings settings = SeparationSettings.DEFAULT;
        new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), mix, new MixLevel(0, 0.2))
                .run(Map.<String, StemTape>copyOf(tapes), segments, control);
        return tapes;
    }

    @Test
    void aSegmentIsBitEqualToTheSameNetworkInThisProcess() throws Exception {
        float[] mix = noise(22_050).planes[0];
        float[] planar = Arrays.copyOf(mix, 2 * mix.length);
        float[] wanted;
        try (SegmentModel here = openHere()) {
            wanted = here.separate(planar.clone());
        }
        try (SegmentModel there = open(MiniatureWorkers.checkpoint())) {
            assertThat(there.separate(planar)).isEqualTo(wanted);
        }
    }

    @Test
    void aProcessorThatIsKnownToBeFasterWithoutPyTorchNeverLoadsIt() throws Exception {
        assumeTrue(VectorUnits.arePresent(), "this processor has no vectors for Java");
        Path natives = home.resolve("elsewhere").resolve("natives");
        KnownPace.ofThisMachine(natives.resolveSibling("processor.properties"))
                .keep(new ProcessorPace(Precision.FLOAT32, Arithmetic.JAVA));
        try (Workers others = MiniatureWorkers.in(home, natives)) {
            try (SegmentModel network = open(others, MiniatureWorkers.checkpoint())) {
                assertThat(network.separate(new float[2 * 22_050])).containsOnly(0);
            }
            assertThat(others.devices().pace().arithmetic()).isEqualTo(Arithmetic.JAVA);
        }
        assertThat(natives).doesNotExist();
    }

    @Test
    void killsInTheMidstLeaveTheSameSound() throws Exception {
        SegmentModel here = openHere();
        Map<String, MemoryTape> undisturbed = separate(() -> here, PATIENT);
        try (Killer killer = new Killer(KILLS, 100)) {
            SegmentModel network = open(MiniatureWorkers.checkpoint());
            Map<String, MemoryTape> disturbed = separate(() -> network, killer);
            for (String stem : STEMS) {
                for (int channel = 0; channel < 2; channel++) {
                    assertThat(disturbed.get(stem).planes[channel])
                            .containsExactly(undisturbed.get(stem).planes[channel]);
                }
            }
            assertThat(network.mishaps()).hasSize(1);
        }
    }

    @Test
    void aWorkerEndsWithTheProcessThatStartedIt() throws Exception {
        Path sign = home.resolve("at-work");
        List<String> command = new ArrayList<>(ThisJava.ofThisProcess().command(
                List.of("-Xmx128m", "--enable-native-access=ALL-UNNAMED"), Parent.class.getName()));
        command.addAll(List.of(home.toString(), sign.toString()));
        Process parent = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(home.resolve("parent.log").toFile()).start();
        await(() -> Files.exists(sign) || !parent.isAlive());
        List<ProcessHandle> orphans = Killer.workersOf(parent.toHandle());
        assertThat(orphans).as(Files.readString(home.resolve("parent.log"))).hasSize(1);
        parent.destroyForcibly();
        await(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_200 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aDamagedCheckpointIsTheSameSentenceAsInThisProcess() throws Exception {
        Path file = Files.writeString(home.resolve("broken.safetensors"), "not a checkpoint");
        ModelUnavailableException here = refusal(() -> HtDemucsBags.load(TestEngine::get, FOOTING, Arithmetic.JAVA, file));
        ModelUnavailableException there = refusal(() -> open(file));
        assertThat(there).hasMessage(here.getMessage());
        assertThat(there.reason()).isEqualTo(here.reason());
        assertThatThrownBy(() -> open(home.resolve("missing.safetensors"))).isInstanceOf(ModelUnavailableException.class);
    }

    private static ModelUnavailableException refusal(ModelBag.Opener opener) {
        try (SegmentModel _ = opener.open()) {
            throw new AssertionError("it opened");
        } catch (ModelUnavailableException e) {
            return e;
        }
    }
}
