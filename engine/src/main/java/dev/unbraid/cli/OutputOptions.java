package dev.unbraid.cli;

import picocli.CommandLine.Option;

/// `--json` and `--quiet`, for commands that take long.
final class OutputOptions {
    @Option(names = "--json", description = "Prints one JSON object per line: progress, then the result or the error.")
    private boolean json;

    @Option(names = "--quiet", description = "Prints errors only.")
    private boolean quiet;

    Voice voice(Terminal terminal) {
        return new SharedVoice(alone(terminal));
    }

    private Voice alone(Terminal terminal) {
        if (json) {
            return new JsonVoice(new JsonLines(terminal.out()));
        }
        return quiet ? new QuietVoice(terminal) : new TextVoice(terminal, ProgressDisplay.on(terminal));
    }
}
