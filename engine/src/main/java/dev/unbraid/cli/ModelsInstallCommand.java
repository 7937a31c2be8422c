package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `unbraid models install`
@Command(name = "install", description = "Fetches a model by its name, as `unbraid models list` shows it.")
final class ModelsInstallCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(paramLabel = "NAME", description = "The model.")
    private String name = "";

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ModelsInstallCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws Exception {
        try (StopSignal stop = StopSignal.listen()) {
            return new Installation(engine, output.voice(terminal), stop).install(name).number();
        }
    }
}
