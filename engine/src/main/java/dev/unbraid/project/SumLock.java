package dev.unbraid.project;

/// Whether the stems of a song add up to its mix to the last bit, and how what is left over got into them.
public sealed interface SumLock {
    /// They are as the network made them, which is close to the mix at best.
    record Off() implements SumLock {}

    /// One stem has taken it.
    ///
    /// @param stem what the model calls it, such as `other`
    record Fold(String stem) implements SumLock {}

    /// Each has taken of it by its share of the energy, moment by moment.
    record Spread() implements SumLock {}
}
