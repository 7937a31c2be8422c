package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.worker.PeakMemory;

import java.util.OptionalLong;
import java.util.function.Supplier;

/// The most memory that this command's processes have held.
///
/// @param worker the same of the process that runs the network
record MemoryFigures(Supplier<OptionalLong> worker) {
    /// Adds each process's peak, and their sum: no less than both held at any one time.
    void addTo(JsonObject event) {
        OptionalLong own = PeakMemory.ofThisProcess();
        OptionalLong workers = worker.get();
        event.addProperty("peakMemoryBytes", own.isPresent() ? (Long) (own.getAsLong() + workers.orElse(0)) : null);
        JsonObject each = new JsonObject();
        each.addProperty("main", own.isPresent() ? (Long) own.getAsLong() : null);
        each.addProperty("worker", workers.isPresent() ? (Long) workers.getAsLong() : null);
        event.add("peakMemoryBytesByProcess", each);
    }
}
