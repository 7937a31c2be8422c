package dev.unbraid.worker;

import dev.unbraid.compute.ComputeDevice;

/// What a network runs on.
///
/// @param threads processor threads, at least 1
public record Footing(ComputeDevice device, int threads) {
    public Footing {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
    }
}
