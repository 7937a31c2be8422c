package dev.unbraid.cli;

import com.google.gson.JsonObject;

import java.util.List;

/// Speaks of failures only.
final class QuietVoice implements Voice {
    private final Terminal terminal;

    QuietVoice(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void progress(Step step) {}

    @Override
    public void note(String sentence) {}

    @Override
    public void result(JsonObject event, List<String> lines) {}

    @Override
    public void failure(Failure failure, String subject) {
        terminal.err().println("unbraid: " + failure.sentence());
    }
}
