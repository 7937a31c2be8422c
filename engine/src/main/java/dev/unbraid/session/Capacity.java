package dev.unbraid.session;

import dev.unbraid.settings.FreeMemory;
import dev.unbraid.settings.MachineFigures;
import dev.unbraid.settings.ProcessorCores;

import java.util.OptionalLong;

/// How many songs this machine takes apart side by side without making each other slower or running out of memory.
///
/// @param memory that is free
public record Capacity(MachinePace pace, FreeMemory memory, ProcessorCores cores) {
    private static final String PROCESSOR = "cpu";
    /// Of the free memory: songs differ, and other programs grow, too.
    private static final double USABLE = 0.8;

    /// @param request one of them; all run on the same device with as many threads
    /// @return 1 where the memory that one needs has not been measured yet, or the system does not tell what is free
    public int songs(SeparateRequest request) {
        return request.separating().provenance().map(Provenance::machine).filter(it -> it.kind().equals(PROCESSOR))
                .map(it -> Math.max(1, Math.min(cores.count() / it.threads(), byMemory(request)))).orElse(1);
    }

    private int byMemory(SeparateRequest request) {
        OptionalLong free = memory.bytes();
        long each = request.load().flatMap(pace::ofMemory).map(MachineFigures.Figure::peakBytes).orElse(0L);
        return each > 0 && free.isPresent() ? (int) Math.min(Integer.MAX_VALUE, USABLE * free.getAsLong() / each) : 1;
    }
}
