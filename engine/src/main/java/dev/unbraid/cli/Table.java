package dev.unbraid.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Text in aligned columns; the first row is the heading, if there is one.
final class Table {
    enum Align {
        LEFT,
        RIGHT
    }

    private final List<Align> aligns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<Align> aligns) {
        this.aligns = List.copyOf(aligns);
    }

    Table row(String... cells) {
        if (cells.length != aligns.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, aligns.size()));
        }
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        int[] widths = IntStream.range(0, aligns.size())
                .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - width(row.get(column)));
            line.append(column == 0 ? "" : "  ");
            line.append(aligns.get(column) == Align.LEFT ? row.get(column) + gap : gap + row.get(column));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
