package dev.unbraid.compute;

/// What a network runs on.
///
/// @param threads processor threads for one operation, at least 1
public record Footing(ComputeDevice device, Precision precision, int threads) {
    public Footing {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
    }
}
