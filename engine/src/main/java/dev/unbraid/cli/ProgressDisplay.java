package dev.unbraid.cli;

/// Shows a person how far a task is.
interface ProgressDisplay {
    void show(Step step);

    /// Makes place for other text.
    void clear();

    /// @return a bar on a terminal, plain lines elsewhere
    static ProgressDisplay on(Terminal terminal) {
        return terminal.columns().isPresent()
                ? new ProgressBar(terminal.err(), terminal.columns().getAsInt(), new Pace())
                : new ProgressLines(terminal.err(), System::nanoTime);
    }
}
