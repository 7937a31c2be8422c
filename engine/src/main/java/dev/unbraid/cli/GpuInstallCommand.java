package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.cuda.CudaLibraries;
import dev.unbraid.engine.Engine;
import dev.unbraid.install.Transfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/// `unbraid gpu install`
@Command(name = "install", description = "Fetches PyTorch's libraries for NVIDIA GPUs from its authors.")
final class GpuInstallCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Option(names = "--anyway", description = "Also where no NVIDIA GPU with a driver is found.")
    private boolean anyway;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    GpuInstallCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws Exception {
        CudaLibraries libraries = GpuCommand.libraries(engine);
        requireGpu(libraries);
        Voice voice = output.voice(terminal);
        if (!libraries.areInstalled()) {
            voice.note("%,d MB are fetched. %s".formatted(libraries.set().bytes() / 1_000_000, libraries.set().licence()));
        }
        try (StopSignal stop = StopSignal.listen()) {
            return end(libraries.install(new InstallVoice(voice, stop)), voice).number();
        }
    }

    private void requireGpu(CudaLibraries libraries) throws DeviceUnavailableException {
        if (!anyway && engine.devices().stream().noneMatch(report -> report.name().startsWith("cuda:"))) {
            throw new DeviceUnavailableException(
                    "No NVIDIA GPU with a driver is found here, so its libraries (%,d MB) would be of no use. Install the driver first, or say --anyway."
                            .formatted(libraries.set().bytes() / 1_000_000));
        }
    }

    private static ExitCode end(Transfer transfer, Voice voice) {
        return switch (transfer) {
            case COMPLETE -> {
                JsonObject event = JsonLines.event("installed");
                event.addProperty("libraries", "cuda");
                voice.result(event, List.of("The libraries for NVIDIA GPUs are installed; `unbraid devices` shows what can be used now."));
                yield ExitCode.DONE;
            }
            case CANCELLED -> {
                voice.failure(
                        new Failure(ExitCode.CANCELLED, "Cancelled; the next try goes on where this one stopped."), "");
                yield ExitCode.CANCELLED;
            }
        };
    }
}
