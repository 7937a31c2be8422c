package dev.unbraid.cli;

import dev.unbraid.session.SeparateRequest.RecipeWish;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Writing down what stems were made with, and following it.
final class RecipeOptions {
    /// What a recipe says nothing of.
    private static final Set<String> FREE = Set.of(
            "--recipe", "--no-recipe", "--out", "--name", "--overwrite", "--skip-existing", "--device", "--threads", "--json",
            "--quiet");

    @Option(names = "--recipe", paramLabel = "FILE", description = {
        "Makes the stems of a recipe.json again, and says whether they are the same, byte for byte.",
        "The song may be named, too; else it is looked for beside the recipe and above it."})
    private Optional<Path> followed = Optional.empty();

    @Option(names = "--no-recipe", description =
            "Writes no recipe.json, which tells beside the stems what they were made from and with.")
    private boolean left;

    Optional<Path> followed() {
        return followed;
    }

    RecipeWish wish() {
        return left ? RecipeWish.LEFT_OUT : RecipeWish.WRITTEN;
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
