package dev.unbraid.session;

import java.util.OptionalDouble;

/// Turns what is done into the time that the rest will take.
final class TimeLeft {
    private final long startedNanos = System.nanoTime();

    /// @param fraction that is done, 0 to 1
    /// @return seconds; empty while nothing is done
    OptionalDouble after(OptionalDouble fraction) {
        double done = fraction.orElse(0);
        double elapsed = (System.nanoTime() - startedNanos) / 1e9;
        return done > 0 ? OptionalDouble.of(elapsed / done * (1 - done)) : OptionalDouble.empty();
    }
}
