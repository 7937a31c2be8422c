package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `unbraid cache`: the group of commands about what is kept of separations.
@Command(
        name = "cache",
        description = "Says what is kept of separations, and clears it away.",
        synopsisSubcommandLabel = "COMMAND")
final class CacheCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    static CommandLine create(Terminal terminal, Engine engine) {
        return new CommandLine(new CacheCommand())
                .addSubcommand(new CachePathCommand(terminal, engine))
                .addSubcommand(new CacheSizeCommand(terminal, engine))
                .addSubcommand(new CacheClearCommand(terminal, engine));
    }

    static String megabytes(long bytes) {
        return "%,d MB".formatted(Math.ceilDiv(bytes, 1_000_000L));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the cache: path, size or clear.");
    }
}
