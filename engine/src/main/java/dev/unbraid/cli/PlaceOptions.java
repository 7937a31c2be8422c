package dev.unbraid.cli;

import dev.unbraid.session.NameTemplate;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.OutputPlace.Existing;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/// Where the stems go.
final class PlaceOptions {
    @Option(names = {"-o", "--out"}, paramLabel = "DIR", defaultValue = ".", description =
            "The folder to write into. Default: the current one")
    private Path folder = Path.of(".");

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "{track}/{stem}.{ext}", description = {
        "How files are named below it, from {track}, {stem}, {ext}, {model}, {artist}, {title}, {album}, {date}.",
        "Default: ${DEFAULT-VALUE}"})
    private String name = "";

    @Option(names = "--overwrite", description = "Replaces files that exist. Without it, they are refused.")
    private boolean overwrite;

    @Option(names = "--skip-existing", description = "Leaves out a track whose stems all exist.")
    private boolean skip;

    OutputPlace place() {
        if (overwrite && skip) {
            throw new UsageException("--overwrite and --skip-existing exclude each other; choose one.");
        }
        try {
            return new OutputPlace(folder, new NameTemplate(name), existing());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--name: " + e.getMessage());
        }
    }

    private Existing existing() {
        if (overwrite) {
            return Existing.OVERWRITE;
        }
        return skip ? Existing.SKIP : Existing.REFUSE;
    }
}
