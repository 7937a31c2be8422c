package dev.unbraid.cli;

import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.engine.Engine;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.Provenance;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Locale;

/// What separates, how carefully, and on what.
final class SeparatingOptions {
    private static final double MOST_OVERLAP = 0.99;

    @Option(names = "--shifts", paramLabel = "N", defaultValue = "0", description = {
        "Separates N times at random offsets and averages; each costs as much again.", "Default: ${DEFAULT-VALUE}"})
    private int shifts;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description =
            "Where the offsets come from; one seed gives the same bytes every time. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--overlap", paramLabel = "X", defaultValue = "0.25", description =
            "Share of a segment that the next one repeats, 0 to 0.99. Default: ${DEFAULT-VALUE}")
    private double overlap;

    @Mixin
    private final FootingOptions footing = new FootingOptions();

    SeparationSettings settings() {
        if (shifts < 0) {
            throw new UsageException("--shifts is %d; it must be 0 or more.".formatted(shifts));
        }
        if (!(overlap >= 0 && overlap <= MOST_OVERLAP)) {
            throw new UsageException(
                    String.format(Locale.ROOT, "--overlap is %s; it must be from 0 to %s.", overlap, MOST_OVERLAP));
        }
        return SeparationSettings.DEFAULT.withOverlap(overlap).withShifts(shifts, seed);
    }

    /// @throws UsageException if something cannot be meant
    void check() {
        settings();
        runOn(Engine.usualThreads());
    }

    /// @param usualThreads if the user did not say
    ComputeChoice runOn(int usualThreads) {
        return footing.runOn(usualThreads);
    }

    /// What the user did not say is as it was then.
    ComputeChoice runOn(Provenance.Machine then) {
        return footing.runOn(then);
    }
}
