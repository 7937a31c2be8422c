package dev.unbraid.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What a segment takes on machines where it was measured.
///
/// @param flop what a segment costs the network of all figures; others' times do not compare
record KnownMachines(double flop, List<Figure> figures) {
    private static final String RESOURCE = "known-machines.json";
    /// Shares of arithmetic that make no difference which a clock could tell.
    private static final double SAME_COST = 0.02;

    KnownMachines {
        figures = List.copyOf(figures);
    }

    /// @param machine   in words
    /// @param device    `cpu` or `cuda`
    /// @param precision `float32`, `bfloat16` or `float16`
    /// @param seconds   a segment, the median
    /// @param measured  the day
    record Figure(String machine, String device, String precision, int threads, double seconds, String measured) {
        String runsOn() {
            return BenchText.runsOn(device, precision, threads);
        }
    }

    static KnownMachines bundled() {
        try (InputStream in = Objects.requireNonNull(KnownMachines.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KnownMachines parse(String json) {
        JsonObject root = JsonParser.parseString(json).getAsJsonObject();
        return new KnownMachines(root.get("gigaflopPerSegment").getAsDouble() * 1e9, root.getAsJsonArray("figures").asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .map(KnownMachines::figure)
                .toList());
    }

    private static Figure figure(JsonObject figure) {
        return new Figure(figure.get("machine").getAsString(), figure.get("device").getAsString(),
                figure.get("precision").getAsString(), figure.get("threads").getAsInt(),
                figure.get("secondsPerSegment").getAsDouble(), figure.get("measured").getAsString());
    }

    boolean compareWith(double othersFlop) {
        return Math.abs(othersFlop - flop) <= SAME_COST * flop;
    }
}
