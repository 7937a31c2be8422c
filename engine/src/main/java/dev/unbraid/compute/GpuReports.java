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
        Optional<String> why = whyNot(gpu, driver, libtorch);
        return new DeviceReport("cuda:" + gpu.index(), why.isEmpty() ? Usability.USABLE : Usability.NOT_USABLE,
                why.map(reason -> "%s: %s".formatted(gpu, reason)).orElse(gpu.toString()));
    }

    private static Optional<String> whyNot(Gpu gpu, int driver, Libtorch libtorch) {
        if (gpu.capability() < LEAST_CAPABILITY) {
            return Optional.of("PyTorch's libraries serve GPUs from compute capability %.1f on, and this one has %.1f."
                    .formatted(LEAST_CAPABILITY / 10.0, gpu.capability() / 10.0));
        }
        if (driver < LEAST_DRIVER) {
            return Optional.of("its driver serves CUDA up to %d.%d, and PyTorch's libraries need 12; update the driver."
                    .formatted(driver / 1000, driver % 1000 / 10));
        }
        return switch (libtorch.kind()) {
            case CUDA -> Optional.empty();
            case PROCESSOR_ONLY -> Optional.of("PyTorch's libraries for it are missing; `unbraid gpu install` gets them.");
        };
    }
}
