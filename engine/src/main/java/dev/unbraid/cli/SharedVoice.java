package dev.unbraid.cli;

import com.google.gson.JsonObject;

import java.util.List;

/// Lets several speak without interrupting each other. Any thread.
final class SharedVoice implements Voice {
    private final Voice voice;

    SharedVoice(Voice voice) {
        this.voice = voice;
    }

    @Override
    public synchronized void progress(Step step) {
        voice.progress(step);
    }

    @Override
    public synchronized void note(String sentence) {
        voice.note(sentence);
    }

    @Override
    public synchronized void result(JsonObject event, List<String> lines) {
        voice.result(event, lines);
    }

    @Override
    public synchronized void failure(Failure failure, String subject) {
        voice.failure(failure, subject);
    }
}
