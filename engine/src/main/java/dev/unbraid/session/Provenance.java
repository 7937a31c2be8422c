package dev.unbraid.session;

/// Where the bits of stems come from, besides sound and settings.
///
/// @param fingerprint of the installed model
/// @param version     of this program
public record Provenance(String fingerprint, Machine machine, String version) {
    /// What runs the networks.
    ///
    /// @param device    as it was asked for: auto, cpu, cuda:0 …
    /// @param kind      what that is here: cpu or cuda
    /// @param precision of the arithmetic, such as float32
    /// @param threads   of the processor, for one operation
    public record Machine(String device, String kind, String precision, int threads) {}
}
