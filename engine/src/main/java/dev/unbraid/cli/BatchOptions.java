package dev.unbraid.cli;

import dev.unbraid.session.SoundFolder.Depth;
import picocli.CommandLine.Option;

/// How many files are worked through.
final class BatchOptions {
    @Option(names = "--recursive", description = {
        "Of a folder, takes the files in the folders below it, too; the stems' folders are like theirs."})
    private boolean recursive;

    @Option(names = "--retry", paramLabel = "N", defaultValue = "0", description = {
        "Tries files again, in the end and up to N times, that failed for a reason that may pass, such as a full disk.",
        "Default: ${DEFAULT-VALUE}"})
    private int retries;

    @Option(names = "--dry-run", description =
            "Separates nothing, but says what it would take: time and memory as measured on this machine, and disk.")
    private boolean dry;

    Depth depth() {
        return recursive ? Depth.ALL_BELOW : Depth.FOLDER_ALONE;
    }

    int retries() {
        if (retries < 0) {
            throw new UsageException("--retry is %d; it must be 0 or more.".formatted(retries));
        }
        return retries;
    }

    boolean isDry() {
        return dry;
    }
}
