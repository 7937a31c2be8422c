package dev.unbraid.compute;

import dev.unbraid.compute.DeviceReport.Usability;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What this machine can run a network on.
///
/// @param reports of every device, and of kinds that are not there
/// @param pace    of the processor
public record Devices(List<DeviceReport> reports, ProcessorPace pace) {
    private static final String CUDA = "cuda";

    public Devices {
        reports = List.copyOf(reports);
    }

    /// @return what to run on, checked to be there
    public Footing resolve(ComputeChoice choice) throws DeviceUnavailableException {
        ComputeDevice device = resolve(choice.device());
        Precision precision = switch (choice.precision()) {
            case PrecisionChoice.Exactly(Precision exactly) -> exactly;
            case PrecisionChoice.Auto() -> switch (device) {
                case ComputeDevice.Cpu() -> pace.precision();
                case ComputeDevice.Cuda _ -> Precision.FLOAT32;
            };
        };
        return new Footing(device, precision, choice.threads());
    }

    /// Whose products a network takes there.
    public Arithmetic arithmetic(Footing footing) {
        return footing.device() instanceof ComputeDevice.Cpu && footing.precision() == Precision.FLOAT32
                ? pace.arithmetic() : Arithmetic.PYTORCH;
    }

    private ComputeDevice resolve(DeviceChoice choice) throws DeviceUnavailableException {
        return switch (choice) {
            case DeviceChoice.Auto() -> gpus().findFirst().orElse(new ComputeDevice.Cpu());
            case DeviceChoice.Exactly(ComputeDevice.Cpu cpu) -> cpu;
            case DeviceChoice.Exactly(ComputeDevice.Cuda cuda) -> {
                if (gpus().noneMatch(cuda::equals)) {
                    throw new DeviceUnavailableException(
                            "%s cannot be used: %s Use --device cpu or auto.".formatted(cuda, whyNot(cuda)));
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

    /// Those that can be used.
    private Stream<ComputeDevice> gpus() {
        return reports.stream()
                .filter(report -> report.usable() == Usability.USABLE && report.name().startsWith(CUDA + ":"))
                .map(report -> new ComputeDevice.Cuda(Integer.parseInt(report.name().substring(CUDA.length() + 1))));
    }

    private String whyNot(ComputeDevice.Cuda gpu) {
        return reports.stream()
                .filter(report -> report.usable() != Usability.USABLE
                        && (report.name().equals(gpu.toString()) || report.name().equals(CUDA)))
                .map(DeviceReport::advice)
                .findFirst()
                .orElseGet(() -> {
                    long here = reports.stream().filter(report -> report.name().startsWith(CUDA + ":")).count();
                    return "this machine has only %d NVIDIA GPU%s.".formatted(here, here == 1 ? "" : "s");
                });
    }
}
