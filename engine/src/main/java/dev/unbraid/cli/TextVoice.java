package dev.unbraid.cli;

import com.google.gson.JsonObject;

import java.util.List;

/// Talks to a person: results on standard output, all else on standard error.
final class TextVoice implements Voice {
    private final Terminal terminal;
    private final ProgressDisplay display;

    TextVoice(Terminal terminal, ProgressDisplay display) {
        this.terminal = terminal;
        this.display = display;
    }

    @Override
    public void progress(Step step) {
        if (step.isForemost()) {
            display.show(step);
        }
    }

    @Override
    public void note(String sentence) {
        display.clear();
        terminal.err().println(sentence);
    }

    @Override
    public void result(JsonObject event, List<String> lines) {
        display.clear();
        lines.forEach(terminal.out()::println);
        terminal.out().flush();
    }

    @Override
    public void failure(Failure failure, String subject) {
        display.clear();
        terminal.err().println("unbraid: " + failure.sentence());
    }
}
