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
    private Forecast total = Forecast.NOTHING;
    private int files;

    void add(String file, Forecast forecast) {
        row(file, forecast);
        total = total.then(forecast);
        files++;
    }

    Forecast total() {
        return total;
    }

    List<String> lines() {
        row("all (%d)".formatted(files), total);
        List<String> lines = new ArrayList<>(table.lines());
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

    /// @param name of the event: `forecast` of a file, `total` of all
    static JsonObject event(String name, Forecast forecast) {
        JsonObject event = JsonLines.event(name);
        JsonLines.addNumber(event, "soundSeconds", forecast.soundSeconds().orElse(Double.NaN));
        JsonLines.addNumber(event, "seconds", forecast.seconds().orElse(Double.NaN));
        event.addProperty("diskBytes", forecast.diskBytes());
        event.addProperty("keptBytes", forecast.keptBytes());
        OptionalLong memory = forecast.memoryBytes();
        event.addProperty("memoryBytes", memory.isPresent() ? (Long) memory.getAsLong() : null);
        return event;
    }
}
