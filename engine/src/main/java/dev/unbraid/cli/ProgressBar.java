package dev.unbraid.cli;

import java.io.PrintWriter;
import java.util.OptionalDouble;

/// One line of a terminal that is written over again and again.
final class ProgressBar implements ProgressDisplay {
    private static final int WIDEST_BAR = 30;
    private static final int NARROWEST_BAR = 8;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final int columns;
    private final Pace pace;
    private boolean shown;

    ProgressBar(PrintWriter err, int columns, Pace pace) {
        this.err = err;
        this.columns = columns;
        this.pace = pace;
    }

    @Override
    public void show(Step step) {
        if (pace.take(step)) {
            err.print(ERASE_LINE + line(step));
            err.flush();
            shown = true;
        }
    }

    @Override
    public void clear() {
        if (shown) {
            err.print(ERASE_LINE);
            err.flush();
            shown = false;
        }
    }

    private String line(Step step) {
        OptionalDouble speed = pace.perSecond(step);
        String rate = speed.isPresent() ? step.rate(speed.getAsDouble()) : "";
        String numbers = "  %s  %s  %s".formatted(step.extent().amount(), rate, step.left()).stripTrailing();
        // The last column stays free: some terminals wrap when it is written.
        int room = columns - 1 - numbers.length();
        String label = cut(step.task() + " " + step.name(), Math.max(0, room - NARROWEST_BAR - 4));
        int bar = Math.min(WIDEST_BAR, room - label.codePointCount(0, label.length()) - 4);
        OptionalDouble share = step.extent().share();
        String drawn = bar >= NARROWEST_BAR && share.isPresent() ? "  " + bar(share.getAsDouble(), bar) : "";
        return cut(label + drawn + numbers, columns - 1);
    }

    private static String bar(double share, int width) {
        int filled = (int) (share * width);
        return "[" + "#".repeat(filled) + "-".repeat(width - filled) + "]";
    }

    private static String cut(String text, int length) {
        int letters = text.codePointCount(0, text.length());
        if (letters <= length) {
            return text;
        }
        return length < 2 ? "" : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
