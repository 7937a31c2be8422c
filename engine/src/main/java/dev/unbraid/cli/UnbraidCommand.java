package dev.unbraid.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `unbraid` without a command: says what there is.
@Command(
        name = "unbraid",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        description = "Takes songs apart: vocals, drums, bass and the rest.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 a fault of Unbraid's, 2 usage, 3 input unreadable, 4 model missing or damaged,",
            "5 no room or no memory, 6 device unavailable, 130 cancelled. Of several files' codes the worst counts;",
            "from mild to bad: 0, 2, 3, 4, 6, 5, 1, 130."
        })
final class UnbraidCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getOut());
        return ExitCode.DONE.number();
    }
}
