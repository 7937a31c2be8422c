package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/// `unbraid models path`
@Command(name = "path", description = "Prints the folder that models are installed in.")
final class ModelsPathCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    ModelsPathCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        terminal.out().println(engine.store().path());
        return ExitCode.DONE.number();
    }
}
