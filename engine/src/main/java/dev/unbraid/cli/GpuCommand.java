package dev.unbraid.cli;

import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.cuda.CudaLibraries;
import dev.unbraid.engine.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `unbraid gpu`: the group of commands about the libraries that GPUs need.
@Command(
        name = "gpu",
        description = "Installs and removes the libraries that NVIDIA GPUs need.",
        synopsisSubcommandLabel = "COMMAND")
final class GpuCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    static CommandLine create(Terminal terminal, Engine engine) {
        return new CommandLine(new GpuCommand())
                .addSubcommand(new GpuInstallCommand(terminal, engine))
                .addSubcommand(new GpuRemoveCommand(terminal, engine));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the libraries for GPUs: install or remove.");
    }

    static CudaLibraries libraries(Engine engine) throws DeviceUnavailableException {
        return engine.cudaLibraries().orElseThrow(() -> new DeviceUnavailableException(
                "For this system PyTorch's authors publish no libraries for NVIDIA GPUs; there are some for Linux and Windows on x86-64."));
    }
}
