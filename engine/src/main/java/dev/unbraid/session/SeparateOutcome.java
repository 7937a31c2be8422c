package dev.unbraid.session;

import java.nio.file.Path;
import java.util.List;

/// How a separation ended, other than by failing.
public sealed interface SeparateOutcome {
    /// All files are in place.
    record Done(SeparateReport report) implements SeparateOutcome {}

    /// Somebody asked to stop; nothing was left behind.
    record Cancelled() implements SeparateOutcome {}

    /// All of these were there already and were left as they are.
    record Skipped(List<Path> existing) implements SeparateOutcome {}
}
