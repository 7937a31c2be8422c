package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/// `unbraid gpu remove`
@Command(name = "remove", description = "Deletes the libraries for NVIDIA GPUs; networks run on the processor then.")
final class GpuRemoveCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    GpuRemoveCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws Exception {
        boolean any = GpuCommand.libraries(engine).remove();
        terminal.out().println(any ? "Removed the libraries for NVIDIA GPUs." : "There were none.");
        return ExitCode.DONE.number();
    }
}
