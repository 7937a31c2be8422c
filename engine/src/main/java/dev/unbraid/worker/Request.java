package dev.unbraid.worker;

import dev.unbraid.compute.Footing;

/// What a worker is asked for. Each has one [Answer], but for [CallOff] and [Quit].
sealed interface Request {
    /// The network of a checkpoint, in place of the one that is open.
    record Open(Opening opening) implements Request {}

    /// The file through which sound goes from now on.
    ///
    /// @param places for as many segments
    record Map(String file, int places) implements Request {}

    /// Takes apart what lies in the file's first places, and lays the stems beside it.
    record Separate(int segments) implements Request {}

    /// The answer to the [Separate] before it is not wanted any more, and may be [Answer.CalledOff].
    record CallOff() implements Request {}

    /// Frees the network's memory.
    record Close() implements Request {}

    /// How fast products are on this footing; no network is open meanwhile.
    record Measure(Footing footing) implements Request {}

    /// Ends the process.
    record Quit() implements Request {}
}
