package dev.unbraid.compute;

import dev.unbraid.compute.DeviceReport.Usability;

import java.util.List;
import java.util.Optional;

/// Says of every GPU whether the network can run there, or why not.
final class GpuReports {
    /// Of CUDA 12 any driver serves programs of all its minor versions.
    private static final int LEAST_DRIVER = 12_000;
    /// What PyTorch's builds for CUDA 12.8 hold code for begins here.
    private static final int LEAST_CAPABILITY = 75;

    private GpuReports() {}

    /// @param driver   if there is one
    /// @param libtorch what this process runs networks with
    static List<DeviceReport> of(Optional<CudaDriver> driver, Libtorch libtorch) {
        List<Gpu> gpus = driver.map(CudaDriver::gpus).orElse(List.of());
        if (gpus.isEmpty()) {
            return List.of(new DeviceReport("cuda", Usability.NOT_USABLE, "no NVIDIA GPU with a driver is here."));
        }
        int version = driver.map(CudaDriver::version).orElseThrow();
        return gpus.stream().map(gpu -> report(gpu, version, libtorch)).toList();
    }

    private static DeviceReport report(Gpu gpu, int driver, Libtorch libtorch) {
        if (gpu.capability() < LEAST_CAPABILITY) {
            return report(gpu, Usability.NOT_USABLE, "PyTorch's libraries serve GPUs from compute capability %.1f on, and this one has %.1f."
                    .formatted(LEAST_CAPABILITY / 10.0, gpu.capability() / 10.0));
        }
        if (driver < LEAST_DRIVER) {
            return report(gpu, Usability.NOT_USABLE, "its driver serves CUDA up to %d.%d, and PyTorch's libraries need 12; update the driver."
                    .formatted(driver / 1000, driver % 1000 / 10));
        }
        if (libtorch.failure().isPresent()) {
            return report(gpu, Usability.NOT_USABLE, "its libraries do not load (%s); `unbraid gpu install` has them tried again, and after `unbraid gpu remove` fetches them anew."
                    .formatted(libtorch.failure().get()));
        }
        return switch (libtorch.kind()) {
            case CUDA -> new DeviceReport(name(gpu), Usability.USABLE, gpu.toString());
            case PROCESSOR_ONLY -> report(gpu, Usability.LACKS_LIBRARIES, "PyTorch's libraries for it are missing.");
        };
    }

    private static DeviceReport report(Gpu gpu, Usability usable, String why) {
        return new DeviceReport(name(gpu), usable, "%s: %s".formatted(gpu, why));
    }

    private static String name(Gpu gpu) {
        return "cuda:" + gpu.index();
    }
}
