package dev.unbraid.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `unbraid inspect`
@Command(
        name = "inspect",
        description = "Shows a file's format, sample rate, channels, length, peak, RMS and integrated loudness (LUFS).")
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The sound file.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Inspection inspection = Inspection.of(file);
        if (json) {
            new JsonLines(terminal.out()).write(inspection.event());
        } else {
            inspection.lines().forEach(terminal.out()::println);
        }
        return ExitCode.DONE.number();
    }
}
