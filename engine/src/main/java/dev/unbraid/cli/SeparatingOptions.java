package dev.unbraid.cli;

import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.engine.Engine;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.Provenance;
import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

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

    @Option(names = "--device", paramLabel = "D", defaultValue = "auto", description =
            "auto, cpu, cuda or cuda:N. Default: ${DEFAULT-VALUE}")
    private String device = "auto";

    @Option(names = "--precision", paramLabel = "P", defaultValue = "auto", description = {
        "Of the transformer's arithmetic: auto, f32, bf16 or f16. auto takes bf16 where this processor is plainly faster in it.",
        "Default: ${DEFAULT-VALUE}"})
    private String precision = "auto";

    @Option(names = "--threads", paramLabel = "N", description = "Processor threads of a network. Default: all, shared out among --jobs N.")
    private Optional<Integer> threads = Optional.empty();

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
        return new ComputeChoice(device(), precision(), threads(usualThreads));
    }

    /// What the user did not say is as it was then.
    ComputeChoice runOn(Provenance.Machine then) {
        PrecisionChoice said = precision();
        return new ComputeChoice(
                device(), said instanceof PrecisionChoice.Auto ? precision(then) : said, threads(then.threads()));
    }

    private static PrecisionChoice precision(Provenance.Machine then) {
        return Arrays.stream(Precision.values())
                .filter(it -> it.toString().equals(then.precision()))
                .findFirst()
                .<PrecisionChoice>map(PrecisionChoice.Exactly::new)
                .orElseGet(PrecisionChoice.Auto::new);
    }

    private PrecisionChoice precision() {
        return parsed("--precision", () -> PrecisionChoice.parse(precision));
    }

    private DeviceChoice device() {
        return parsed("--device", () -> DeviceChoice.parse(device));
    }

    private static <T> T parsed(String option, Supplier<T> choice) {
        try {
            return choice.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException("%s: %s".formatted(option, e.getMessage()));
        }
    }

    private int threads(int usual) {
        int count = threads.orElse(usual);
        if (count < 1) {
            throw new UsageException("--threads is %d; it must be 1 or more.".formatted(count));
        }
        return count;
    }
}
