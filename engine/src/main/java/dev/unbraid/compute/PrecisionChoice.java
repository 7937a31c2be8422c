package dev.unbraid.compute;

import java.util.Locale;

/// What the user asked for: the fastest precision that sounds the same, or one in particular.
public sealed interface PrecisionChoice {
    /// What [ProcessorProbe] found on the processor; float32 elsewhere.
    record Auto() implements PrecisionChoice {}

    record Exactly(Precision precision) implements PrecisionChoice {}

    /// @param text `auto`, `f32`, `bf16` or `f16`
    /// @throws IllegalArgumentException with a sentence for the user
    static PrecisionChoice parse(String text) {
        return text.toLowerCase(Locale.ROOT).equals("auto") ? new Auto() : new Exactly(Precision.parse(text));
    }
}
