package dev.unbraid.app.bench;

import java.util.List;
import java.util.Locale;

/// A row of the benchmark's table.
final class Row {
    private Row() {}

    static void print(String what, String unit, List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %s |%n",
                what, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast(), unit);
    }
}
