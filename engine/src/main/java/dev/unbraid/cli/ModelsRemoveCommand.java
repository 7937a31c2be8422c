package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `unbraid models remove`
@Command(name = "remove", description = "Deletes an installed model.")
final class ModelsRemoveCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(paramLabel = "NAME", description = "The model.")
    private String name = "";

    ModelsRemoveCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws Exception {
        engine.store().remove(name);
        terminal.out().printf("Removed %s.%n", name);
        return ExitCode.DONE.number();
    }
}
