package dev.unbraid.cli;

import dev.unbraid.session.SeparateRequest.Papers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What is written beside the stems, and following it.
final class PaperOptions {
    /// What a recipe says nothing of.
    private static final Set<String> FREE = Set.of(
            "--recipe", "--no-recipe", "--disagreement", "--out", "--name", "--overwrite", "--skip-existing", "--device", "--threads",
            "--json", "--quiet");

    @Option(names = "--recipe", paramLabel = "FILE", description = {
        "Makes the stems of a recipe.json again, and says whether they are the same, byte for byte.",
        "The song may be named, too; else it is looked for beside the recipe and above it."})
    private Optional<Path> followed = Optional.empty();

    @Option(names = "--no-recipe", description =
            "Writes no recipe.json, which tells beside the stems what they were made from and with.")
    private boolean left;

    @Option(names = "--disagreement", description = {
        "Writes a disagreement.csv beside the stems: how much the passes of --shifts differ, for each stem over time and"
                + " frequency, in dB against it. It tells where the network is undecided, not how wrong it is."})
    private boolean compared;

    Optional<Path> followed() {
        return followed;
    }

    /// @param shifts that the song is separated with
    Papers papers(int shifts) {
        if (compared && shifts < 2) {
            throw new UsageException("--disagreement compares the passes of --shifts; use it with --shifts 2 or more.");
        }
        return new Papers(!left, compared);
    }

    /// A recipe says how its stems are made: nothing else may.
    void refuseOthers(CommandSpec command) {
        for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            if (!FREE.contains(option.longestName())) {
                throw new UsageException("%s does not go with --recipe, which says how its stems are made; leave it out."
                        .formatted(option.longestName()));
            }
        }
    }
}
