package dev.unbraid.compute;

/// Whether a device can run the network here.
///
/// @param name   what the user calls it: `cpu`, `cuda:0`, or a kind like `cuda`
/// @param usable whether the network can run there
/// @param remark what it is, or why not: one sentence
public record DeviceReport(String name, Usability usable, String remark) {
    /// Yes or no, readable at the place of use.
    public enum Usability { USABLE, NOT_USABLE }
}
