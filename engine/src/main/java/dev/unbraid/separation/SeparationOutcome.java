package dev.unbraid.separation;

/// How a separation ended.
public sealed interface SeparationOutcome {
    /// All wanted stems are whole.
    ///
    /// @param segments all that they were made of
    /// @param reused   how many of these came from the store
    record Finished(int segments, int reused) implements SeparationOutcome {}

    /// Somebody asked to stop; what the stems hold is worth nothing, what the store holds stays.
    record Cancelled() implements SeparationOutcome {}
}
