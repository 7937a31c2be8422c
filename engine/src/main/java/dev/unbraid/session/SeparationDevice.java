package dev.unbraid.session;

/// A processor that runs a model, or would if it could.
///
/// @param name        as on the command line: auto, cpu, cuda:0 …
/// @param description what it is; and why it cannot be used, where it cannot
public record SeparationDevice(String name, String description, Use use) {
    /// Whether it can run a model.
    public sealed interface Use {
        record Possible() implements Use {}

        record Impossible() implements Use {}

        /// As soon as [Separators#install] has fetched what it needs.
        ///
        /// @param bytes   to be fetched
        /// @param licence of what is fetched: a sentence
        record OnceInstalled(long bytes, String licence) implements Use {}
    }

    /// One that can be used.
    public SeparationDevice(String name, String description) {
        this(name, description, new Use.Possible());
    }

    public boolean isUsable() {
        return use instanceof Use.Possible;
    }
}
