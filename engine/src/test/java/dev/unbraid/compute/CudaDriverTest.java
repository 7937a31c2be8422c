package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CudaDriverTest {
    private static final long GB = 1L << 30;
    private static final Gpu NEW = new Gpu(0, "NVIDIA GeForce RTX 4090", 24 * GB, 89);
    private static final Gpu OLD = new Gpu(1, "NVIDIA GeForce GTX 1080", 8 * GB, 61);

    @Test
    void itTellsWhichGpusThereAre() {
        CudaDriver driver = CudaDriver.of(new FakeDriver(12_080, 20 * GB, NEW, OLD)).orElseThrow();
        assertThat(driver.version()).isEqualTo(12_080);
        assertThat(driver.gpus()).containsExactly(NEW, OLD);
        assertThat(NEW).hasToString("NVIDIA GeForce RTX 4090 with 24 GB");
    }

    @Test
    void freeMemoryIsAskedForWithoutHoldingTheGpu() {
        FakeDriver fake = new FakeDriver(12_080, 20 * GB, NEW);
        CudaDriver driver = CudaDriver.of(fake).orElseThrow();
        assertThat(driver.freeBytes(0)).hasValue(20 * GB);
        fake.refuse("cuMemGetInfo_v2", 999);
        assertThat(driver.freeBytes(0)).isEmpty();
        assertThat(fake.contexts()).as("contexts held").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuInit", "cuDeviceGetCount", "cuDeviceGetName"})
    void aDriverThatDoesNotWorkIsNone(String function) {
        FakeDriver refusing = new FakeDriver(12_080, GB, NEW);
        refusing.refuse(function, 100);
        assertThat(CudaDriver.of(refusing)).isEmpty();
        FakeDriver lacking = new FakeDriver(12_080, GB, NEW);
        lacking.forget(function);
        assertThat(CudaDriver.of(lacking)).isEmpty();
    }
}
