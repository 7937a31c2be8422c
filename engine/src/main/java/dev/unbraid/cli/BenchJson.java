package dev.unbraid.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.engine.Version;
import dev.unbraid.settings.Processor;

import java.util.TreeMap;

/// A benchmark's result for programs, and for sending it to somebody.
record BenchJson(Processor processor, BenchResult result, MemoryFigures memory, KnownMachines known) {
    JsonObject event() {
        JsonObject event = JsonLines.event("result");
        event.addProperty("version", Version.number());
        event.add("processor", processorObject());
        event.addProperty("model", result.subject().model());
        event.addProperty("weights", switch (result.subject().weights()) {
            case INSTALLED -> "installed";
            case SEEDED -> "random";
        });
        event.addProperty("networks", result.subject().networks());
        event.addProperty("device", result.footing().device().toString());
        event.addProperty("precision", result.footing().precision().toString());
        event.addProperty("precisionAsked", switch (result.asked().precision()) {
            case PrecisionChoice.Auto _ -> "auto";
            case PrecisionChoice.Exactly(Precision exactly) -> exactly.option();
        });
        event.addProperty("threads", result.footing().threads());
        event.addProperty("segmentsAtOnce", result.batch());
        event.add("secondsPerSegment", times());
        event.addProperty("steady", result.times().isSteady());
        event.addProperty("realTimeFactor", result.realTimeFactor());
        memory.addTo(event);
        event.addProperty("flopPerSegment", result.subject().cost().flop());
        event.addProperty("choosableFlopPerSegment", result.subject().cost().choosableFlop());
        JsonObject rates = new JsonObject();
        new TreeMap<>(result.flopPerSecond()).forEach((precision, rate) -> rates.addProperty(precision.toString(), rate));
        event.add("flopPerSecondOfProducts", rates);
        event.addProperty("floorSeconds", result.floorSeconds());
        event.addProperty("floorShare", result.floorShare());
        event.add("knownMachines", knownMachines());
        return event;
    }

    private JsonObject processorObject() {
        JsonObject object = new JsonObject();
        object.addProperty("name", processor.name());
        JsonArray units = new JsonArray();
        processor.units().forEach(units::add);
        object.add("units", units);
        object.addProperty("cores", processor.cores().isPresent() ? (Integer) processor.cores().getAsInt() : null);
        object.addProperty("available", processor.available());
        JsonLines.addNumber(object, "containerLimit", processor.quota().orElse(Double.NaN));
        return object;
    }

    private JsonObject times() {
        JsonObject times = new JsonObject();
        times.addProperty("median", result.times().median());
        times.addProperty("least", result.times().least());
        times.addProperty("most", result.times().most());
        JsonArray rounds = new JsonArray();
        result.times().seconds().forEach(rounds::add);
        times.add("rounds", rounds);
        return times;
    }

    /// Nothing where the network's cost is another.
    private JsonArray knownMachines() {
        JsonArray machines = new JsonArray();
        if (known.compareWith(result.subject().cost().flop())) {
            known.figures().forEach(figure -> machines.add(machine(figure)));
        }
        return machines;
    }

    private static JsonObject machine(KnownMachines.Figure figure) {
        JsonObject object = new JsonObject();
        object.addProperty("machine", figure.machine());
        object.addProperty("device", figure.device());
        object.addProperty("precision", figure.precision());
        object.addProperty("threads", figure.threads());
        object.addProperty("secondsPerSegment", figure.seconds());
        object.addProperty("measured", figure.measured());
        return object;
    }
}
