package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.session.InputDigest;
import dev.unbraid.session.Provenance;
import dev.unbraid.session.RecipeRefusedException;
import dev.unbraid.session.SeparateReport;
import dev.unbraid.session.StemRecipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the stems of a recipe again, and says whether they are the same.
///
/// @param file the recipe's own
record Reproduction(Path file, StemRecipe recipe) {
    /// @param named on the command line; if none is, the input is looked for beside the recipe, above it, and here
    /// @throws RecipeRefusedException if it is not there, or another file
    Path input(List<Path> named) throws IOException {
        if (named.size() > 1) {
            throw new UsageException("A recipe is of one file, but %d are named; name one.".formatted(named.size()));
        }
        Path input = named.isEmpty() ? besideTheRecipe() : named.getFirst();
        if (!InputDigest.sha256(input).equals(recipe.input().sha256())) {
            throw new RecipeRefusedException(
                    "%s is not the file that the recipe is of (%s): its content differs; name the original."
                            .formatted(input, recipe.input().name()));
        }
        return input;
    }

    private Path besideTheRecipe() throws RecipeRefusedException {
        Path folder = file.toAbsolutePath().getParent();
        return Stream.concat(
                        Stream.iterate(Optional.ofNullable(folder), Optional::isPresent, it -> it.map(Path::getParent))
                                .flatMap(Optional::stream)
                                .limit(3),
                        Stream.of(Path.of("")))
                .map(it -> it.resolve(recipe.input().name()))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new RecipeRefusedException(
                        "The recipe is of %s, which does not lie beside it; name that file after the recipe."
                                .formatted(recipe.input().name())));
    }

    /// @throws RecipeRefusedException if it is another model of the same name
    void refuseOtherModel(InstalledModel installed) throws RecipeRefusedException {
        if (!installed.fingerprint().equals(recipe.model().fingerprint())) {
            throw new RecipeRefusedException(
                    "The installed model %s is not the one of the recipe: its networks differ; install the recipe's, or separate without --recipe."
                            .formatted(installed.name()));
        }
    }

    /// Why the stems may differ from the recipe's: a sentence each.
    List<String> doubts(Provenance here) {
        List<String> doubts = new ArrayList<>();
        Provenance.Machine then = recipe.machine();
        if (then.kind().equals(StemRecipe.MIXED)) {
            doubts.add("The device failed while the recipe's stems were made, so that nobody can promise the same bytes.");
        } else if (!then.kind().equals(here.machine().kind()) || !then.precision().equals(here.machine().precision())) {
            doubts.add("The recipe's stems were made on %s in %s, these are made on %s in %s: they will sound alike, but their bytes may differ."
                    .formatted(then.kind(), then.precision(), here.machine().kind(), here.machine().precision()));
        }
        if (!recipe.version().equals(here.version())) {
            doubts.add("The recipe is of Unbraid %s, this is %s: the bytes may differ."
                    .formatted(recipe.version(), here.version()));
        }
        return doubts;
    }

    /// Says whether the files are the recipe's.
    ///
    /// @param doubts as told before
    ExitCode compare(SeparateReport report, List<String> doubts, Voice voice) throws IOException {
        List<String> other = new ArrayList<>();
        for (int i = 0; i < report.stems().size(); i++) {
            Path stem = report.stems().get(i).path();
            boolean same = i < recipe.outputs().size()
                    && InputDigest.sha256(stem).equals(recipe.outputs().get(i).sha256());
            if (!same) {
                other.add(stem.toString());
            }
        }
        JsonObject event = JsonLines.event("reproduced");
        event.addProperty("identical", other.isEmpty());
        voice.result(event, List.of(sentence(report.stems().size(), other)));
        return other.isEmpty() || !doubts.isEmpty() ? ExitCode.DONE : ExitCode.FAULT;
    }

    private static String sentence(int files, List<String> other) {
        return other.isEmpty()
                ? "All %d files are those of the recipe, byte for byte.".formatted(files)
                : "%d of %d files differ from the recipe's; another processor may round otherwise: %s"
                        .formatted(other.size(), files, String.join(", ", other));
    }
}
