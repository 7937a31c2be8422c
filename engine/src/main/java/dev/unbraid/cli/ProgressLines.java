package dev.unbraid.cli;

import dev.unbraid.cli.Step.Unit;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line for each tenth of a task: for log files and screens that cannot be written over.
final class ProgressLines implements ProgressDisplay {
    // A task that is over in a moment needs no ten lines.
    private static final long NANOS_BETWEEN = 1_000_000_000;

    private final PrintWriter err;
    private final LongSupplier nanoClock;
    private Optional<Step> last = Optional.empty();
    private long printedAt;

    ProgressLines(PrintWriter err, LongSupplier nanoClock) {
        this.err = err;
        this.nanoClock = nanoClock;
    }

    @Override
    public void show(Step step) {
        long now = nanoClock.getAsLong();
        boolean first = last.isEmpty();
        boolean news = first || !last.get().isSameTask(step) || tenth(step) > tenth(last.get());
        if (news && (first || now - printedAt >= NANOS_BETWEEN)) {
            err.println(line(step));
            last = Optional.of(step);
            printedAt = now;
        }
    }

    @Override
    public void clear() {
        // Lines stay where they are.
    }

    private static String line(Step step) {
        if (step.extent().share().isEmpty()) {
            return "%s %s …".formatted(step.task(), step.name());
        }
        long percent = Math.round(100 * step.extent().share().getAsDouble());
        String more = Stream.of(step.extent().unit() == Unit.FRAMES ? "" : step.extent().amount(), step.left())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        String line = "%s %s: %d %%".formatted(step.task(), step.name(), percent);
        return more.isEmpty() ? line : line + " (" + more + ")";
    }

    private static int tenth(Step step) {
        return (int) (10 * step.extent().share().orElse(0));
    }
}
