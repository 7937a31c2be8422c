package dev.unbraid.session;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How far a separation is.
public sealed interface SeparateProgress {
    /// @param framesTotal as the input declares it; many do not
    record Reading(long framesDone, OptionalLong framesTotal) implements SeparateProgress {}

    /// @param secondsLeft known from the first finished segment on
    record Separating(int segmentsDone, int segments, OptionalDouble secondsLeft) implements SeparateProgress {}

    record Writing(String stem, long framesDone, long framesTotal) implements SeparateProgress {}
}
