package dev.unbraid.cli;

import dev.unbraid.engine.Engine;

/// A word for the seconds that the first start takes.
final class Unpacking {
    private Unpacking() {}

    /// Says so when PyTorch's libraries will first be unpacked.
    static void announce(Engine engine, Voice voice) {
        if (engine.unpacksTorch()) {
            voice.note("Unpacking PyTorch (first start only) …");
        }
    }
}
