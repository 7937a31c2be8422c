package dev.unbraid.session;

import dev.unbraid.separation.Disagreement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// [Disagreement]s as a table of comma-separated values: a row for each stem and moment, a column for each band.
///
/// The first line names the columns: `stem`, `seconds` (the middle of the moment), then each band by its limits in Hz. In
/// them decibels against the stem; `-inf` where all passes are the same.
final class DisagreementTable {
    private DisagreementTable() {}

    /// @param ofStems at least one, all of one rate, by the stems' names
    static void write(Map<String, Disagreement> ofStems, Path file) throws IOException {
        try (BufferedWriter table = Files.newBufferedWriter(file)) {
            table.write("stem,seconds," + bands(ofStems.values().iterator().next()) + "\n");
            for (Map.Entry<String, Disagreement> stem : ofStems.entrySet()) {
                rows(stem.getKey(), stem.getValue(), table);
            }
        }
    }

    private static String bands(Disagreement disagreement) {
        return IntStream.range(0, Disagreement.BANDS)
                .mapToObj(it -> String.format(Locale.ROOT, "%.0f-%.0f Hz", disagreement.lowestHz(it), disagreement.lowestHz(it + 1)))
                .collect(Collectors.joining(","));
    }

    private static void rows(String stem, Disagreement of, BufferedWriter table) throws IOException {
        for (int column = 0; column < of.columns(); column++) {
            double seconds = (double) column * Disagreement.HOP / of.sampleRate();
            StringBuilder row = new StringBuilder(quoted(stem)).append(String.format(Locale.ROOT, ",%.3f", seconds));
            for (int band = 0; band < Disagreement.BANDS; band++) {
                double db = of.db(column, band);
                row.append(',').append(db == Double.NEGATIVE_INFINITY ? "-inf" : Double.toString(db));
            }
            table.write(row.append('\n').toString());
        }
    }

    /// A model's author may have named a stem anyhow.
    private static String quoted(String stem) {
        return "\"" + stem.replace("\"", "\"\"") + "\"";
    }
}
