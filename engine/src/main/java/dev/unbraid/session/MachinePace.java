package dev.unbraid.session;

import dev.unbraid.settings.MachineFigures;
import dev.unbraid.settings.MachineFiguresFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// What this machine can do, learnt from every run. Any thread.
public final class MachinePace {
    private static final Logger LOG = LoggerFactory.getLogger(MachinePace.class);

    private final MachineFiguresFile file;
    private final Supplier<MachineFigures.Peaks> peaks;
    private volatile Optional<MachineFigures> figures = Optional.empty();

    /// @param peaks of memory, as far as the system tells
    public MachinePace(MachineFiguresFile file, Supplier<MachineFigures.Peaks> peaks) {
        this.file = file;
        this.peaks = peaks;
    }

    /// The first call reads a small file, unless that was done ahead.
    public Optional<MachineFigures.Figure> of(MachineFigures.Load load) {
        return figures().of(load);
    }

    /// What a segment takes, by [#of].
    OptionalDouble segmentSeconds(MachineFigures.Load load) {
        return of(load).stream().mapToDouble(MachineFigures.Figure::segmentSeconds).filter(it -> it > 0).findFirst();
    }

    /// As [#of], for what memory is needed alone.
    Optional<MachineFigures.Figure> ofMemory(MachineFigures.Load load) {
        return figures().ofMemory(load);
    }

    /// Reads the small file, so that nobody waits for that later.
    void readAhead() {
        figures();
    }

    private MachineFigures figures() {
        MachineFigures now = figures.orElseGet(file::load);
        figures = Optional.of(now);
        return now;
    }

    /// The most bytes that a network's process has held so far; empty where the system does not tell.
    public OptionalLong networkPeak() {
        return peaks.get().network();
    }

    MachineFigures.Peaks peaks() {
        return peaks.get();
    }

    /// Never fails: what is not kept is measured again.
    synchronized void learn(MachineFigures.Load load, MachineFigures.Measured measured) {
        try {
            // Another process may have learnt something meanwhile.
            MachineFigures now = file.load().with(load, measured);
            figures = Optional.of(now);
            file.save(now);
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("{} is not kept for {}", measured, load, e);
        }
    }
}
