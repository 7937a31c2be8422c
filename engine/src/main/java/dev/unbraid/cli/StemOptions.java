package dev.unbraid.cli;

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

    /// What can be said without knowing the model.
    void check() {
        if (twoStems.isPresent() && !stems.isEmpty()) {
            throw new UsageException("--stems and --two-stems exclude each other; choose one.");
        }
        if (rest.isPresent() && twoStems.isEmpty()) {
            throw new UsageException("--rest says how --two-stems makes the rest; it needs --two-stems.");
        }
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
        if (twoStems.isPresent()) {
            return new StemSelection.Two(twoStems.get(), rest.orElse(Rest.ADD));
        }
        return new StemSelection.Each(stems.isEmpty() ? offered : stems.stream().distinct().toList());
    }
}
