package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void everyMachineHasAProcessor() {
        assertThat(DeviceChoice.parse("auto").mayBeLacking()).isFalse();
        assertThat(DeviceChoice.parse("cpu").mayBeLacking()).isFalse();
        assertThat(DeviceChoice.parse("cuda").mayBeLacking()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:", "cuda:-1", "cuda:x", "cpu:0"})
    void whatIsNoDeviceIsToldSo(String text) {
        assertThatThrownBy(() -> DeviceChoice.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no device");
    }
}
