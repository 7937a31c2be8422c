package dev.unbraid.cli;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.engine.Engine;
import dev.unbraid.session.MachinePace;
import dev.unbraid.session.Preflight;

/// What separating commands work with.
record Tools(Voice voice, StopSignal stop, FinishedWork finished, MachinePace pace, Preflight preflight) {
    static Tools of(Engine engine, Voice voice, StopSignal stop) {
        return new Tools(voice, stop, engine.finishedWork(), engine.pace(), engine.preflight());
    }
}
