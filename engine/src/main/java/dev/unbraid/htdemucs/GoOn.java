package dev.unbraid.htdemucs;

/// Whether whoever waits for an answer still wants it.
@FunctionalInterface
interface GoOn {
    boolean ask();
}
