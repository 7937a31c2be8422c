package dev.unbraid.cli;

import dev.unbraid.session.SoundFolder.Depth;
import picocli.CommandLine.Option;

import java.util.OptionalInt;

/// How many files are worked through.
final class BatchOptions {
    private static final String AUTO = "auto";

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

    @Option(names = "--jobs", paramLabel = "N|auto", defaultValue = "auto", description = {
        "How many files are taken apart side by side, each with a network and --threads of its own. auto: as many as the",
        "cores have room for at --threads, and the memory, as measured on this machine; on a GPU one. Default: ${DEFAULT-VALUE}"})
    private String jobs = AUTO;

    Depth depth() {
        return recursive ? Depth.ALL_BELOW : Depth.FOLDER_ALONE;
    }

    int retries() {
        if (retries < 0) {
            throw new UsageException("--retry is %d; it must be 0 or more.".formatted(retries));
        }
        return retries;
    }

    /// Empty for as many as go well.
    OptionalInt jobs() {
        if (jobs.equals(AUTO)) {
            return OptionalInt.empty();
        }
        try {
            int count = Integer.parseInt(jobs);
            if (count >= 1) {
                return OptionalInt.of(count);
            }
        } catch (NumberFormatException e) {
            // As wrong as a number below one.
        }
        throw new UsageException("--jobs is %s; it must be auto, or 1 or more.".formatted(jobs));
    }

    /// @throws UsageException if a number cannot be meant
    void check() {
        retries();
        jobs();
    }

    boolean isDry() {
        return dry;
    }
}
