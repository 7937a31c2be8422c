package dev.unbraid.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.util.ArrayList;
import java.util.List;

/// What a user is told, which must be understandable.
final class Sentences {
    private Sentences() {}

    static List<JsonObject> events(Victim victim) {
        List<JsonObject> events = new ArrayList<>();
        for (String line : victim.said()) {
            // A killed process may end in the midst of a line.
            if (line.startsWith("{") && line.endsWith("}")) {
                events.add(JsonParser.parseString(line).getAsJsonObject());
            }
        }
        return events;
    }

    static List<JsonObject> events(Victim victim, String kind) {
        return events(victim).stream().filter(it -> it.get("event").getAsString().equals(kind)).toList();
    }

    static List<String> of(Victim victim) {
        List<String> sentences = new ArrayList<>();
        for (JsonObject event : events(victim)) {
            if (event.has("message")) {
                sentences.add(event.get("message").getAsString());
            }
            if (event.has("warnings")) {
                for (JsonElement warning : event.getAsJsonArray("warnings")) {
                    sentences.add(warning.getAsString());
                }
            }
        }
        return sentences;
    }

    static void assertUnderstandable(List<String> sentences) {
        assertThat(sentences).allSatisfy(it -> assertThat(it)
                .endsWith(".")
                .hasSizeBetween(20, 400)
                .doesNotContain("\n", "Exception", "Error:", "null", "dev.unbraid", "Unbraid is at fault"));
    }
}
