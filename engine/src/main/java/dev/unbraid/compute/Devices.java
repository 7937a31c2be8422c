package dev.unbraid.compute;

import dev.unbraid.compute.DeviceReport.Usability;

import java.util.List;
import java.util.Optional;

/// What this machine can run a network on.
///
/// @param reports as [TorchEngine#report] gives them
public record Devices(List<DeviceReport> reports) {
    public Devices {
        reports = List.copyOf(reports);
    }

    /// @return the device to use, checked to be there
    public ComputeDevice resolve(DeviceChoice choice) throws DeviceUnavailableException {
        return switch (choice) {
            case DeviceChoice.Auto() -> gpus() > 0 ? new ComputeDevice.Cuda(0) : new ComputeDevice.Cpu();
            case DeviceChoice.Exactly(ComputeDevice.Cpu cpu) -> cpu;
            case DeviceChoice.Exactly(ComputeDevice.Cuda cuda) -> {
                if (cuda.index() >= gpus()) {
                    throw new DeviceUnavailableException(
                            "%s cannot be used: %s Use --device cpu or auto.".formatted(cuda, whyNot()));
                }
                yield cuda;
            }
        };
    }

    /// @return as [#resolve]; empty if it is not there
    public Optional<ComputeDevice> find(DeviceChoice choice) {
        try {
            return Optional.of(resolve(choice));
        } catch (DeviceUnavailableException e) {
            return Optional.empty();
        }
    }

    private long gpus() {
        return reports.stream()
                .filter(report -> report.usable() == Usability.USABLE && report.name().startsWith("cuda"))
                .count();
    }

    private String whyNot() {
        return reports.stream()
                .filter(report -> report.usable() == Usability.NOT_USABLE)
                .map(DeviceReport::remark)
                .findFirst()
                .orElseGet(() -> "this machine has only %d NVIDIA GPU%s.".formatted(gpus(), gpus() == 1 ? "" : "s"));
    }
}
