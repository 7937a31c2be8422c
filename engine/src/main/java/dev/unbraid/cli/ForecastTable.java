package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.cli.Table.Align;
import dev.unbraid.session.Forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What files would take, for `--dry-run`.
final class ForecastTable {
    private static final String UNKNOWN = "?";

    private final Table table = new Table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT))
            .row("File", "Length", "Time", "Disk", "Memory");
    private final List<Forecast> files = new ArrayList<>();
    private final int jobs;

    /// @param jobs how many are taken apart side by side
    ForecastTable(int jobs) {
        this.jobs = jobs;
    }

    void add(String file, Forecast forecast) {
        row(file, forecast);
        files.add(forecast);
    }

    Forecast total() {
        return Forecast.together(files, jobs);
    }

    List<String> lines() {
        Forecast total = total();
        row("all (%d)".formatted(files.size()), total);
        List<String> lines = new ArrayList<>(table.lines());
        if (jobs > 1) {
            lines.add("%d files are taken apart side by side.".formatted(jobs));
        }
        total.memory().ifPresent(it -> lines.add("Memory: %s, and %s for Unbraid itself.".formatted(
                it.networks() == 1
                        ? megabytes(it.networkBytes()) + " for the network"
                        : "%d networks of %s each".formatted(it.networks(), megabytes(it.networkBytes())),
                it.ownBytes() > 0 ? megabytes(it.ownBytes()) : "what has not been measured yet")));
        if (total.seconds().isEmpty()) {
            lines.add("Times and memory that are not known are measured by the first run.");
        }
        return lines;
    }

    private void row(String name, Forecast forecast) {
        table.row(name, clock(forecast.soundSeconds()), clock(forecast.seconds()),
                forecast.soundSeconds().isPresent() ? megabytes(forecast.diskBytes()) : UNKNOWN,
                forecast.memoryBytes().isPresent() ? megabytes(forecast.memoryBytes().getAsLong()) : UNKNOWN);
    }

    private static String clock(OptionalDouble seconds) {
        return seconds.isPresent() ? Step.clock(seconds.getAsDouble()) : UNKNOWN;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.ceilDiv(bytes, 1_000_000L));
    }

    /// Of one file.
    static JsonObject event(String file, Forecast forecast) {
        JsonObject event = event(forecast, "forecast");
        event.addProperty("file", file);
        return event;
    }

    /// Of all together.
    JsonObject event() {
        JsonObject event = event(total(), "total");
        event.addProperty("jobs", jobs);
        return event;
    }

    private static JsonObject event(Forecast forecast, String name) {
        JsonObject event = JsonLines.event(name);
        JsonLines.addNumber(event, "soundSeconds", forecast.soundSeconds().orElse(Double.NaN));
        JsonLines.addNumber(event, "seconds", forecast.seconds().orElse(Double.NaN));
        event.addProperty("diskBytes", forecast.diskBytes());
        event.addProperty("keptBytes", forecast.keptBytes());
        OptionalLong memory = forecast.memoryBytes();
        event.addProperty("memoryBytes", memory.isPresent() ? (Long) memory.getAsLong() : null);
        forecast.memory().ifPresent(it -> {
            JsonObject each = new JsonObject();
            each.addProperty("main", it.ownBytes() > 0 ? (Long) it.ownBytes() : null);
            each.addProperty("worker", it.networkBytes());
            each.addProperty("workers", it.networks());
            event.add("memoryBytesByProcess", each);
        });
        return event;
    }
}
