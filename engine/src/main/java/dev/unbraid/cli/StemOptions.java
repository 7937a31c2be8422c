package dev.unbraid.cli;

import dev.unbraid.project.SumLock;
import dev.unbraid.session.StemSelection;
import dev.unbraid.session.StemSelection.Rest;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/// Which stems are wanted.
final class StemOptions {
    @Option(names = "--stems", paramLabel = "A,B", split = ",", description = "Only these stems. Default: all of the model's.")
    private List<String> stems = List.of();

    @Option(names = "--two-stems", paramLabel = "STEM", description = "This stem, and all the rest as one file.")
    private Optional<String> twoStems = Optional.empty();

    @Option(names = "--rest", paramLabel = "add|minus", description = {
        "With --two-stems: the rest is the sum of the other stems (add), or the mix minus the stem (minus).", "Default: add"})
    private Optional<Rest> rest = Optional.empty();

    @Option(names = "--sum-lock", paramLabel = "HOW", defaultValue = "off", description = {
        "Makes the stems add up to the mix to the last bit: what is left over goes into other (fold), into another stem",
        "(fold:STEM), or into all by their energy (spread). Default: ${DEFAULT-VALUE}"})
    private String sumLock = "off";

    @Option(names = "--residual", description = "Writes what the stems leave over of the mix as one more file.")
    private boolean residual;

    /// What can be said without knowing the model.
    void check() {
        if (twoStems.isPresent() && !stems.isEmpty()) {
            throw new UsageException("--stems and --two-stems exclude each other; choose one.");
        }
        if (rest.isPresent() && twoStems.isEmpty()) {
            throw new UsageException("--rest says how --two-stems makes the rest; it needs --two-stems.");
        }
        boolean locks = !(lock() instanceof SumLock.Off);
        if ((locks || residual) && (twoStems.isPresent() || !stems.isEmpty())) {
            throw new UsageException("--sum-lock and --residual need all stems; leave out --stems and --two-stems.");
        }
        if (locks && residual) {
            throw new UsageException("With --sum-lock nothing is left over; leave out --residual.");
        }
    }

    private SumLock lock() {
        return switch (sumLock) {
            case "off" -> new SumLock.Off();
            case "fold" -> new SumLock.Fold("other");
            case "spread" -> new SumLock.Spread();
            case String other when other.startsWith("fold:") -> new SumLock.Fold(other.substring("fold:".length()));
            default -> throw new UsageException(
                    "--sum-lock is %s; it must be off, fold, fold:STEM or spread.".formatted(sumLock));
        };
    }

    /// @param offered the model's stems, in its order
    StemSelection selection(String model, List<String> offered) {
        check();
        List<String> wanted = twoStems.map(List::of).orElse(stems);
        for (String stem : wanted) {
            if (!offered.contains(stem)) {
                throw new UsageException("The model %s has no stem \"%s\"; it has %s."
                        .formatted(model, stem, String.join(", ", offered)));
            }
        }
        return switch (lock()) {
            case SumLock.Fold(String into) when !offered.contains(into) -> throw new UsageException(
                    "The model %s has no stem \"%s\" to fold into; it has %s."
                            .formatted(model, into, String.join(", ", offered)));
            case SumLock.Fold fold -> new StemSelection.Locked(offered, fold);
            case SumLock.Spread spread -> new StemSelection.Locked(offered, spread);
            case SumLock.Off() -> residual ? new StemSelection.AndResidual(offered) : plain(offered);
        };
    }

    private StemSelection plain(List<String> offered) {
        if (twoStems.isPresent()) {
            return new StemSelection.Two(twoStems.get(), rest.orElse(Rest.ADD));
        }
        return new StemSelection.Each(stems.isEmpty() ? offered : stems.stream().distinct().toList());
    }
}
