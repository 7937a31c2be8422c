package dev.unbraid.cli;

import com.google.gson.JsonObject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Talks to a program: one JSON object per line on standard output, nothing else.
final class JsonVoice implements Voice {
    private final JsonLines lines;
    /// Of each subject: several may be worked at side by side.
    private final Map<String, Pace> paces = new HashMap<>();

    JsonVoice(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public void progress(Step step) {
        if (!paces.computeIfAbsent(step.subject(), _ -> new Pace()).take(step)) {
            return;
        }
        JsonObject event = JsonLines.event("progress");
        event.addProperty("task", step.task());
        event.addProperty("subject", step.subject());
        event.addProperty("unit", step.extent().unit().word());
        event.addProperty("done", step.extent().done());
        add(event, "total", step.extent().total());
        add(event, "secondsLeft", step.secondsLeft());
        step.whole().ifPresent(whole -> {
            event.addProperty("fileNumber", whole.file());
            event.addProperty("files", whole.files());
            add(event, "secondsLeftForAll", whole.secondsLeft());
        });
        lines.write(event);
    }

    @Override
    public void note(String sentence) {
        JsonObject event = JsonLines.event("note");
        event.addProperty("message", sentence);
        lines.write(event);
    }

    @Override
    public void result(JsonObject event, List<String> text) {
        lines.write(event);
    }

    @Override
    public void failure(Failure failure, String subject) {
        JsonObject event = JsonLines.error(failure);
        if (!subject.isEmpty()) {
            event.addProperty("file", subject);
        }
        lines.write(event);
    }

    private static void add(JsonObject event, String name, OptionalDouble value) {
        JsonLines.addNumber(event, name, value.orElse(Double.NaN));
    }
}
