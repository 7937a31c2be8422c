package dev.unbraid.cli;

import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.session.Provenance;
import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// What a network shall run on.
final class FootingOptions {
    @Option(names = "--device", paramLabel = "D", defaultValue = "auto", description =
            "auto, cpu, cuda or cuda:N. Default: ${DEFAULT-VALUE}")
    private String device = "auto";

    @Option(names = "--precision", paramLabel = "P", defaultValue = "auto", description = {
        "Of the transformer's arithmetic: auto, f32, bf16 or f16. auto takes bf16 where this processor has matrix units for it.",
        "Default: ${DEFAULT-VALUE}"})
    private String precision = "auto";

    @Option(names = "--threads", paramLabel = "N", description =
            "Processor threads of a network. Default: all; those of separate --jobs N share them.")
    private Optional<Integer> threads = Optional.empty();

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
