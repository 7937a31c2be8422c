package dev.unbraid.session;

import dev.unbraid.codec.OutputFormat;

/// How the stems are written.
public record OutputSound(OutputFormat format, Rate rate, Clip clip) {
    /// At which sample rate: the model's own, or the input's.
    public enum Rate { MODEL, SOURCE }

    /// What happens to peaks beyond full scale: one gain for all stems (none is needed in float), each sample held at
    /// full scale, or nothing.
    public enum Clip { LINKED, CLAMP, NONE }
}
