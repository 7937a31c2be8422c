package dev.unbraid.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.DeviceMemoryException;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.separation.Loss;
import dev.unbraid.separation.Mishap;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.ModelUnavailableException.Reason;
import dev.unbraid.separation.NetworkLostException;
import dev.unbraid.separation.SegmentModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class WorkerModelTest {
    private static final float GPU = 100;

    @TempDir
    Path folder;

    private Workers workers;

    @BeforeEach
    void start() {
        workers = new Workers(ToyWorker.launch(folder));
    }

    @AfterEach
    void end() {
        workers.close();
    }

    private SegmentModel open(String behaviour) throws ModelUnavailableException {
        return open(behaviour, "auto");
    }

    private SegmentModel open(String behaviour, String device) throws ModelUnavailableException {
        return WorkerModel.open(workers, new WorkerModel.Wish(Path.of(behaviour), new ComputeChoice(DeviceChoice.parse(device), 4)));
    }

    /// What the network ran on: the GPU's mark, and the threads.
    private static List<Float> footing(SegmentModel network) {
        float[] mix = new float[2 * ToyWorker.FRAMES];
        for (int i = 0; i < mix.length; i++) {
            mix[i] = (float) Math.sin(i);
        }
        float[] stems = network.separate(mix);
        assertThat(stems).hasSize(2 * mix.length).startsWith(mix);
        return List.of(stems[mix.length], stems[mix.length + 1]);
    }

    @Test
    void aWorkerThatMeasuresAndOneThatCrashesMeanwhileAreToldApart() throws Exception {
        Footing footing = new Footing(new ComputeDevice.Cpu(), Precision.FLOAT32, 7);
        assertThat(workers.flopPerSecond(footing)).isEqualTo(7);
        assertThatThrownBy(() -> workers.flopPerSecond(new Footing(new ComputeDevice.Cpu(), Precision.FLOAT16, 1)))
                .isInstanceOfSatisfying(NetworkLostException.class, it -> assertThat(it.loss()).isEqualTo(Loss.CRASHED));
        assertThat(workers.flopPerSecond(footing)).isEqualTo(7);
    }

    @Test
    void whatCannotBeLoadedToMeasureIsToldInTheWorkersWords() {
        Footing footing = new Footing(new ComputeDevice.Cpu(), Precision.BFLOAT16, 1);
        assertThatThrownBy(() -> workers.flopPerSecond(footing))
                .isInstanceOf(DeviceUnavailableException.class).hasMessage("The toy measures no bfloat16.");
    }

    /// Half a gigabyte of answers, and as much heap as they would take.
    @Test
    void answersThatWereTakenLeaveNothingOnTheHeap() throws Exception {
        try (SegmentModel network = open("large", "cpu")) {
            float[] mix = new float[2 * ToyWorker.LARGE_FRAMES];
            for (int i = 0; i < 32; i++) {
                network.separate(mix);
            }
        }
        assertThat(workers.peakBytes().orElse(1)).isLessThan(300L << 20);
    }

    @Test
    void soundGoesThereAndBackThroughAFileThatHasNoNameAnyMore() throws Exception {
        try (SegmentModel network = open("well")) {
            assertThat(network.stems()).containsExactly("mix", "footing");
            assertThat(network.segmentFrames()).isEqualTo(ToyWorker.FRAMES);
            assertThat(ToyWorker.files(folder)).isEmpty();
            assertThat(footing(network)).containsExactly(GPU, 4f);
            assertThat(footing(network)).containsExactly(GPU, 4f);
            assertThat(network.mishaps()).isEmpty();
        }
        assertThat(workers.peakBytes().orElse(1)).isPositive();
    }

    @Test
    void aGpuIsGivenAsManySegmentsAsItAsksForAndAProcessorOneByOne() throws Exception {
        List<float[]> mixes = IntStream.range(0, 6).mapToObj(i -> {
            float[] mix = new float[2 * ToyWorker.FRAMES];
            mix[0] = i;
            return mix;
        }).toList();
        try (SegmentModel network = open("takes-three", "cuda")) {
            assertThat(network.batch()).isEqualTo(1);
            network.separate(mixes.getFirst());
            assertThat(network.batch()).isEqualTo(3);
            assertThat(together(network, mixes)).as("as many as there are places for").containsExactly(4f, 4f, 4f, 4f, 2f, 2f);
        }
        try (SegmentModel network = open("takes-three", "cpu")) {
            network.separate(mixes.getFirst());
            assertThat(network.batch()).isEqualTo(1);
            assertThat(together(network, mixes)).containsOnly(1f);
        }
    }

    /// How many ran beside each.
    private static List<Float> together(SegmentModel network, List<float[]> mixes) {
        List<float[]> stems = network.separateUnless(mixes, () -> false).orElseThrow();
        assertThat(stems).hasSameSizeAs(mixes);
        for (int i = 0; i < stems.size(); i++) {
            assertThat(stems.get(i)).startsWith(mixes.get(i));
        }
        return stems.stream().map(it -> it[2 * ToyWorker.FRAMES + 2]).toList();
    }

    @Test
    void aSegmentThatIsCalledOffIsGivenUpAndTheNextIsNot() throws Exception {
        try (SegmentModel network = open("waits")) {
            float[] mix = new float[2 * network.segmentFrames()];
            assertThat(network.separateUnless(mix, () -> true)).isEmpty();
            mix[0] = 1;
            assertThat(network.separateUnless(mix, () -> true)).hasValueSatisfying(it -> assertThat(it[0]).isOne());
            mix[0] = 0;
            assertThat(network.separateUnless(mix, () -> true)).isEmpty();
            assertThat(network.mishaps()).isEmpty();
        }
    }

    @Test
    void whatIsPrintedInTheWorkerIsNoAnswer() throws Exception {
        try (SegmentModel network = open("prints")) {
            assertThat(footing(network)).containsExactly(GPU, 4f);
            assertThat(network.mishaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "crashes-on-gpu, crashed in native code",
        "hangs-on-gpu, gave no answer",
        "no-memory-on-gpu, cuda:0 had not enough free memory",
        "babbles-on-gpu, crashed in native code",
        "full-heap-on-gpu, most likely because memory ran out"})
    void whatFailsOnTheGpuGoesOnOnTheProcessor(String behaviour, String said) throws Exception {
        try (SegmentModel network = open(behaviour)) {
            footing(network);
            assertThat(footing(network)).containsExactly(0f, 4f);
            assertThat(network.mishaps()).extracting(Mishap::sentence).last().asString().contains(said).endsWith("on the processor, which takes longer.");
        }
    }

    @Test
    void whatFailsWithAllThreadsGoesOnWithOne() throws Exception {
        try (SegmentModel network = open("needs-one-thread", "cpu")) {
            assertThat(footing(network)).containsExactly(0f, 1f);
            assertThat(network.mishaps()).extracting(Mishap::sentence).containsExactly(
                    "The process that runs the network crashed in native code; it was started again, 2 times in all, and nothing was lost.",
                    "The process that runs the network crashed in native code; it went on with one processor thread, which takes longer.");
        }
    }

    @Test
    void whenNothingHelpsASentenceSaysSoAndTheNextNetworkOpens() throws Exception {
        try (SegmentModel network = open("crashes", "cpu")) {
            assertThatThrownBy(() -> footing(network)).isInstanceOf(NetworkLostException.class)
                    .hasMessage("The process that runs the network crashed in native code, and starting it again did not help;"
                            + " restart Unbraid, then try again.")
                    .satisfies(e -> assertThat(((NetworkLostException) e).loss()).isEqualTo(Loss.CRASHED))
                    .cause().hasMessageContaining("Java's report: " + folder.resolve("crash-"));
        }
        try (SegmentModel network = open("well")) {
            assertThat(footing(network)).containsExactly(GPU, 4f);
        }
    }

    @Test
    void wantOfDeviceMemoryArrivesAsSuchWhenNoDeviceHasIt() throws Exception {
        try (SegmentModel network = open("no-memory")) {
            assertThatThrownBy(() -> footing(network)).isInstanceOf(DeviceMemoryException.class).hasMessage("The toy is full.");
        }
    }

    @Test
    void aFaultInTheWorkerIsAFaultHereWithItsTrace() throws Exception {
        try (SegmentModel network = open("faulty")) {
            assertThatThrownBy(() -> footing(network)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("no such tensor").cause().hasMessageContaining("at dev.unbraid.worker.ToyWorker");
            assertThatThrownBy(() -> footing(network)).as("the worker lives on").hasMessage("no such tensor");
        }
    }

    @Test
    void aDamagedFileIsRefusedAsInOneProcess() {
        assertThatThrownBy(() -> open("damaged")).isInstanceOf(ModelUnavailableException.class)
                .hasMessageEndingWith("damaged: it is damaged")
                .satisfies(e -> assertThat(((ModelUnavailableException) e).reason()).isEqualTo(Reason.FILES));
    }

    @Test
    void aDeviceThatIsNotThereIsRefusedAsInOneProcess() {
        assertThatThrownBy(() -> open("well", "cuda:3")).isInstanceOf(ModelUnavailableException.class)
                .hasMessage("cuda:3 cannot be used: this machine has only 1 NVIDIA GPU. Use --device cpu or auto.")
                .satisfies(e -> assertThat(((ModelUnavailableException) e).reason()).isEqualTo(Reason.DEVICE))
                .hasCauseInstanceOf(DeviceUnavailableException.class);
    }

    @Test
    void aRuntimeThatCannotBeLoadedIsADeviceThatIsNotThere() {
        Workers broken = new Workers(ToyWorker.launch(folder, "no such library"));
        assertThatThrownBy(broken::devices).isInstanceOf(DeviceUnavailableException.class).hasMessage("no such library");
        broken.close();
    }

    @Test
    void aWorkerThatDoesNotStartSaysWhy() {
        WorkerLaunch good = ToyWorker.launch(folder);
        Workers none = new Workers(new WorkerLaunch(
                List.of(good.command().getFirst(), "-XX:NoSuchOption"), good.environment(), folder, good.patience(), good.linger()));
        assertThatThrownBy(none::devices).isInstanceOf(NetworkLostException.class)
                .hasMessageStartingWith("The process that runs the network did not start")
                .cause().hasMessageContaining("NoSuchOption");
    }

    @Test
    void oneWorkerServesOneNetworkAfterTheOther() throws Exception {
        workers.prepare();
        open("well").close();
        List<Long> first = children();
        open("prints").close();
        assertThat(children()).isEqualTo(first).hasSize(1);
    }

    @Test
    void aWorkerThatNobodyUsesEndsAfterAWhile() throws Exception {
        WorkerLaunch good = ToyWorker.launch(folder);
        try (Workers hasty = new Workers(new WorkerLaunch(
                good.command(), good.environment(), folder, good.patience(), java.time.Duration.ofMillis(300)))) {
            hasty.devices();
            for (int i = 0; i < 200 && !children().isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertThat(children()).isEmpty();
        }
    }

    @Test
    void renewedWorkersSayAnewWhatDevicesThereAre() throws Exception {
        workers.devices();
        List<ProcessHandle> before = Killer.workersOf(ProcessHandle.current());
        workers.renew();
        assertThat(workers.known()).isEmpty();
        assertThat(before).hasSize(1).noneMatch(ProcessHandle::isAlive);
        assertThat(workers.devices().reports()).isNotEmpty();
    }

    @Test
    void aPreparedWorkerThatDiedIsReplacedWithoutAWord() throws Exception {
        workers.devices();
        ProcessHandle.of(children().getFirst()).orElseThrow().destroyForcibly();
        try (SegmentModel network = open("well")) {
            footing(network);
        }
    }

    @Test
    void whatAProcessThatIsNoMoreHasLeftIsSwept() throws Exception {
        Path left = Files.writeString(folder.resolve("exchange-4194305-0123456789abcdef.f32"), "");
        Path own = Files.writeString(
                folder.resolve("exchange-%d-0123456789abcdef.f32".formatted(ProcessHandle.current().pid())), "");
        workers.devices();
        assertThat(left).doesNotExist();
        assertThat(own).exists();
    }

    static List<Long> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive)
                .filter(it -> Optional.of(it.info()).flatMap(ProcessHandle.Info::commandLine).orElse("").contains("java"))
                .map(ProcessHandle::pid).toList();
    }
}
