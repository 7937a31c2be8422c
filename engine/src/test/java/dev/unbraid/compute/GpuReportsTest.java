package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.compute.DeviceReport.Usability;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class GpuReportsTest {
    private static final long GB = 1L << 30;
    private static final Gpu NEW = new Gpu(0, "RTX 4090", 24 * GB, 89);
    private static final Libtorch FOR_GPUS = new Libtorch(Optional.of(Path.of("lib")), Libtorch.Kind.CUDA);

    private static List<DeviceReport> reports(int driver, Libtorch libtorch, Gpu... gpus) {
        return GpuReports.of(CudaDriver.of(new FakeDriver(driver, GB, gpus)), libtorch);
    }

    @Test
    void aGpuWithItsLibrariesIsUsableAndNamedWithItsMemory() {
        assertThat(reports(12_040, FOR_GPUS, NEW))
                .containsExactly(new DeviceReport("cuda:0", Usability.USABLE, "RTX 4090 with 24 GB"));
    }

    @Test
    void withoutTheLibrariesItSaysHowToGetThem() {
        assertThat(reports(12_040, Libtorch.OF_THE_PROGRAM, NEW)).singleElement().satisfies(report -> {
            assertThat(report.usable()).isEqualTo(Usability.LACKS_LIBRARIES);
            assertThat(report.remark()).isEqualTo("RTX 4090 with 24 GB: PyTorch's libraries for it are missing.");
            assertThat(report.advice()).endsWith("missing. `unbraid gpu install` gets them.");
        });
    }

    @Test
    void whatTheLibrariesHaveNoCodeForIsToldSo() {
        assertThat(reports(11_040, FOR_GPUS, NEW)).singleElement().satisfies(report -> {
            assertThat(report.usable()).isEqualTo(Usability.NOT_USABLE);
            assertThat(report.remark()).contains("CUDA up to 11.4", "update the driver");
        });
        assertThat(reports(12_040, FOR_GPUS, new Gpu(0, "GTX 1080", 8 * GB, 61))).singleElement().satisfies(report -> {
            assertThat(report.usable()).isEqualTo(Usability.NOT_USABLE);
            assertThat(report.remark()).contains("from compute capability 7.5 on", "6.1");
        });
    }

    @Test
    void librariesThatDidNotLoadAreToldOf() {
        Libtorch spurned = new Libtorch(Optional.empty(), Libtorch.Kind.PROCESSOR_ONLY, Optional.empty(), Optional.of("no libcudnn"));
        assertThat(reports(12_040, spurned, NEW)).singleElement().satisfies(report -> {
            assertThat(report.usable()).isEqualTo(Usability.NOT_USABLE);
            assertThat(report.remark()).contains("do not load (no libcudnn)", "unbraid gpu remove");
        });
    }

    @Test
    void aDriverWithoutAGpuIsNone() {
        assertThat(reports(12_040, FOR_GPUS)).isEqualTo(GpuReports.of(Optional.empty(), FOR_GPUS))
                .singleElement().satisfies(report -> assertThat(report.name()).isEqualTo("cuda"));
    }
}
