package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.util.List;

/// Builds the command line and decides how it complains.
final class CommandLines {
    private CommandLines() {}

    static CommandLine create(Terminal terminal, Engine engine) {
        CommandLine line = new CommandLine(new UnbraidCommand())
                .addSubcommand(new SeparateCommand(terminal, engine))
                .addSubcommand(ModelsCommand.create(terminal, engine))
                .addSubcommand(new DevicesCommand(terminal, engine))
                .addSubcommand(GpuCommand.create(terminal, engine))
                .addSubcommand(new BenchCommand(terminal, engine))
                .addSubcommand(new InspectCommand(terminal))
                .addSubcommand(new ScoreCommand(terminal))
                .addSubcommand(CacheCommand.create(terminal, engine))
                .addSubcommand(new DemoCommand(terminal, engine));
        line.getSubcommands().values().forEach(CommandLines::addHelp);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpLongOptionsMaxWidth(24);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((e, args) -> complain(e, List.of(args), terminal));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            List<String> args = parsed.originalArgs();
            return report(Failure.of(e), args, terminal);
        });
        return line;
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        line.getSubcommands().values().forEach(CommandLines::addHelp);
    }

    private static int complain(ParameterException e, List<String> args, Terminal terminal) {
        int code = report(Failure.of(e), args, terminal);
        if (!args.contains("--json")) {
            terminal.err().printf("Try '%s --help'.%n", e.getCommandLine().getCommandSpec().qualifiedName());
        }
        return code;
    }

    static int report(Failure failure, List<String> args, Terminal terminal) {
        if (args.contains("--json")) {
            new JsonLines(terminal.out()).write(JsonLines.error(failure));
        } else {
            terminal.err().println("unbraid: " + failure.sentence());
        }
        return failure.code().number();
    }
}
