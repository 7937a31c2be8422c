package dev.unbraid.cli;

import java.io.PrintWriter;
import java.util.Optional;

/// A line for each tenth of a task: for log files and screens that cannot be written over.
final class ProgressLines implements ProgressDisplay {
    private final PrintWriter err;
    private Optional<Step> last = Optional.empty();

    ProgressLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void show(Step step) {
        boolean begins = last.isEmpty() || !last.get().isSameTask(step);
        if (begins || tenth(step) > tenth(last.get())) {
            err.println(line(step));
            last = Optional.of(step);
        }
    }

    @Override
    public void clear() {
        // Lines stay where they are.
    }

    private static String line(Step step) {
        if (step.extent().share().isEmpty()) {
            return "%s %s …".formatted(step.task(), step.subject());
        }
        long percent = Math.round(100 * step.extent().share().getAsDouble());
        String left = step.left().isEmpty() ? "" : ", " + step.left();
        return "%s %s: %d %% (%s%s)".formatted(step.task(), step.subject(), percent, step.extent().amount(), left);
    }

    private static int tenth(Step step) {
        return (int) (10 * step.extent().share().orElse(0));
    }
}
