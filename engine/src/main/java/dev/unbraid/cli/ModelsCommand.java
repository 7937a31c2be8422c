package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `unbraid models`: the group of commands about models.
@Command(
        name = "models",
        description = "Lists, installs, imports, verifies and removes models.",
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    static CommandLine create(Terminal terminal, Engine engine) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new ModelsListCommand(terminal, engine))
                .addSubcommand(new ModelsInstallCommand(terminal, engine))
                .addSubcommand(new ModelsImportCommand(terminal, engine))
                .addSubcommand(new ModelsVerifyCommand(terminal, engine))
                .addSubcommand(new ModelsRemoveCommand(terminal, engine))
                .addSubcommand(new ModelsExportCommand(terminal, engine))
                .addSubcommand(new ModelsPathCommand(terminal, engine));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with models: list, install, import, verify, remove, export-torchscript or path.");
    }
}
