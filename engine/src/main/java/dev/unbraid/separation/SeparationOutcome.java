package dev.unbraid.separation;

/// How a separation ended.
public sealed interface SeparationOutcome {
    /// All wanted stems are whole.
    record Finished(int segments) implements SeparationOutcome {}

    /// Somebody asked to stop; what the stems hold is worth nothing.
    record Cancelled() implements SeparationOutcome {}
}
