package dev.unbraid.compute;

import dev.unbraid.compute.DeviceReport.Usability;

import java.util.List;
import java.util.Optional;

/// What this machine can run a network on.
///
/// @param reports   of every device, and of kinds that are not there
/// @param processor the precision that is fastest on the processor
public record Devices(List<DeviceReport> reports, Precision processor) {
    public Devices {
        reports = List.copyOf(reports);
    }

    /// @return what to run on, checked to be there
    public Footing resolve(ComputeChoice choice) throws DeviceUnavailableException {
        ComputeDevice device = resolve(choice.device());
        Precision precision = switch (choice.precision()) {
            case PrecisionChoice.Exactly(Precision exactly) -> exactly;
            case PrecisionChoice.Auto() -> switch (device) {
                case ComputeDevice.Cpu() -> processor;
                case ComputeDevice.Cuda _ -> Precision.FLOAT32;
            };
        };
        return new Footing(device, precision, choice.threads());
    }

    private ComputeDevice resolve(DeviceChoice choice) throws DeviceUnavailableException {
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
    public Optional<Footing> find(ComputeChoice choice) {
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
