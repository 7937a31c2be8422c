package dev.unbraid.cli;

import picocli.CommandLine.Option;

/// `--help`, for every command.
final class HelpOption {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the annotation only
    private boolean asked;
}
