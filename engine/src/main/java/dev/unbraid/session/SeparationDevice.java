package dev.unbraid.session;

/// A processor that runs a model, or would if it could.
///
/// @param name        as on the command line: auto, cpu, cuda:0 …
/// @param description what it is; and why it cannot be used, where it cannot
public record SeparationDevice(String name, String description, Use use) {
    /// Whether it can run a model now.
    public enum Use { POSSIBLE, IMPOSSIBLE }

    /// One that can be used.
    public SeparationDevice(String name, String description) {
        this(name, description, Use.POSSIBLE);
    }

    public boolean isUsable() {
        return use == Use.POSSIBLE;
    }
}
