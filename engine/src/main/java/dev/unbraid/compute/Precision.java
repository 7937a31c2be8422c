package dev.unbraid.compute;

import java.util.Arrays;
import java.util.Locale;

/// The type in which a network multiplies where its specification says so; the rest is float32.
public enum Precision {
    FLOAT32("f32", 6), BFLOAT16("bf16", 15), FLOAT16("f16", 5);

    private final String option;
    private final int scalarType;

    Precision(String option, int scalarType) {
        this.option = option;
        this.scalarType = scalarType;
    }

    /// As it is written on the command line.
    public String option() {
        return option;
    }

    /// As PyTorch numbers its types.
    public int scalarType() {
        return scalarType;
    }

    /// Its name in the field: float32, bfloat16, float16.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param text `f32`, `bf16` or `f16`
    /// @throws IllegalArgumentException with a sentence for the user
    public static Precision parse(String text) {
        return Arrays.stream(values())
                .filter(it -> it.option.equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is no precision: say auto, f32, bf16 or f16.".formatted(text)));
    }
}
