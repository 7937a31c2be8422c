package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unbraid.compute.DeviceReport.Usability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class DevicesTest {
    private static final DeviceReport PROCESSOR = new DeviceReport("cpu", Usability.USABLE, "the processor");
    private static final ProcessorPace FULL = new ProcessorPace(Precision.FLOAT32, Arithmetic.JAVA);
    private static final ProcessorPace HALF = new ProcessorPace(Precision.BFLOAT16, Arithmetic.JAVA);
    private static final DeviceReport GPU = new DeviceReport("cuda:0", Usability.USABLE, "a GPU");

    @Test
    void aGpuThatIsNotThereIsRefusedAndAutoTakesTheProcessor() throws Exception {
        Devices here = TorchOnDemand.choose(Path.of("nowhere"), 2, Optional.empty(), Path.of("nowhere")).devices(FULL);
        assumeTrue(here.reports().stream().noneMatch(report -> report.name().startsWith("cuda:")), "this machine has a GPU");
        assertThatThrownBy(() -> here.resolve(new ComputeChoice(DeviceChoice.parse("cuda:0"), 1)))
                .isInstanceOf(DeviceUnavailableException.class).hasMessageContainingAll("cuda:0", "--device cpu");
        assertThat(here.resolve(new ComputeChoice(DeviceChoice.parse("auto"), 3)))
                .isEqualTo(new Footing(new ComputeDevice.Cpu(), here.pace().precision(), 3));
    }

    @Test
    void autoTakesTheFirstGpuThatCanBeUsedAndTheOtherSaysWhyNot() throws Exception {
        Devices mixed = new Devices(List.of(PROCESSOR, new DeviceReport("cuda:0", Usability.NOT_USABLE, "It is too old."),
                new DeviceReport("cuda:1", Usability.USABLE, "a GPU")), FULL);
        assertThat(mixed.resolve(new ComputeChoice(DeviceChoice.parse("auto"), 1)).device()).isEqualTo(new ComputeDevice.Cuda(1));
        assertThatThrownBy(() -> mixed.resolve(new ComputeChoice(DeviceChoice.parse("cuda:0"), 1)))
                .isInstanceOf(DeviceUnavailableException.class).hasMessageContainingAll("cuda:0", "It is too old.", "--device cpu");
        assertThatThrownBy(() -> mixed.resolve(new ComputeChoice(DeviceChoice.parse("cuda:2"), 1)))
                .isInstanceOf(DeviceUnavailableException.class).hasMessageContainingAll("cuda:2", "only 2 NVIDIA GPUs.");
    }

    @Test
    void autoIsWhatIsFastestOnTheProcessorAndFloat32Elsewhere() throws Exception {
        Devices both = new Devices(List.of(PROCESSOR, GPU), HALF);
        assertThat(both.resolve(new ComputeChoice(DeviceChoice.parse("cpu"), 1)).precision()).isEqualTo(Precision.BFLOAT16);
        assertThat(both.resolve(new ComputeChoice(DeviceChoice.parse("auto"), 1)).precision()).isEqualTo(Precision.FLOAT32);
    }

    @ParameterizedTest
    @EnumSource
    void aPrecisionThatIsAskedForIsTaken(Precision precision) throws Exception {
        ComputeChoice choice =
                new ComputeChoice(DeviceChoice.parse("cpu"), PrecisionChoice.parse(precision.option().toUpperCase()), 1);
        assertThat(new Devices(List.of(PROCESSOR), HALF).resolve(choice).precision()).isEqualTo(precision);
    }

    @Test
    void whatIsNoPrecisionIsToldSo() {
        assertThat(PrecisionChoice.parse("Auto")).isEqualTo(new PrecisionChoice.Auto());
        assertThatThrownBy(() -> PrecisionChoice.parse("f64"))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("\"f64\" is no precision: say auto, f32, bf16 or f16.");
    }

    @Test
    void unitsForBfloat16AreFoundByTheirSpeed() throws Exception {
        Path flags = Path.of("/proc/cpuinfo");
        assumeTrue(Files.isReadable(flags) && Files.readString(flags).contains("amx_bf16"),
                "no such units are known of in this machine");
        for (int i = 0; i < 5; i++) {
            assertThat(TestEngine.get().measure().precision()).isEqualTo(Precision.BFLOAT16);
        }
    }
}
