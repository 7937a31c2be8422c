package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {
    @Test
    void aGpuIsNamedByItsNumberAndTheFirstMayGoWithout() {
        assertThat(DeviceChoice.parse("CUDA")).isEqualTo(DeviceChoice.parse("cuda:0"));
        assertThat(DeviceChoice.parse("cuda:3")).isEqualTo(new DeviceChoice.Exactly(new ComputeDevice.Cuda(3)));
        assertThat(DeviceChoice.parse("auto")).isEqualTo(new DeviceChoice.Auto());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:", "cuda:-1", "cuda:x", "cpu:0"})
    void whatIsNoDeviceIsToldSo(String text) {
        assertThatThrownBy(() -> DeviceChoice.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no device");
    }

    @Test
    void aGpuThatIsNotThereIsRefusedAndAutoTakesTheProcessor() throws Exception {
        assumeTrue(TestEngine.get().report().stream().noneMatch(report -> report.name().startsWith("cuda:")),
                "this machine has a GPU");
        assertThatThrownBy(() -> TestEngine.get().resolve(DeviceChoice.parse("cuda:0")))
                .isInstanceOf(DeviceUnavailableException.class).hasMessageContainingAll("cuda:0", "--device cpu");
        assertThat(TestEngine.get().resolve(DeviceChoice.parse("auto"))).isEqualTo(new ComputeDevice.Cpu());
    }
}
