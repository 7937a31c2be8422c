package dev.unbraid.session;

import java.util.function.Supplier;

/// Where the bits of stems come from, besides sound and settings.
///
/// @param fingerprint of the installed model
/// @param device      as it was asked for: auto, cpu, cuda:0 …
/// @param threads     of the processor, for one operation
/// @param found       tells what runs the networks, once somebody has looked what there is: may wait for that
/// @param version     of this program
public record Provenance(String fingerprint, String device, int threads, Supplier<Machine> found, String version) {
    public Provenance(String fingerprint, Machine machine, String version) {
        this(fingerprint, machine.device(), machine.threads(), () -> machine, version);
    }

    public Machine machine() {
        return found.get();
    }

    /// What runs the networks.
    ///
    /// @param device    as it was asked for: auto, cpu, cuda:0 …
    /// @param kind      what that is here: cpu or cuda
    /// @param precision of the arithmetic, such as float32
    /// @param threads   of the processor, for one operation
    public record Machine(String device, String kind, String precision, int threads) {}
}
