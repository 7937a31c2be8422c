package dev.unbraid.settings;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Takes over what a file says, one value after the other, each only if the preferences stay possible with it.
final class SettingsJson {
    private final Gson gson;
    private final Path file;
    private final List<SettingsFlaw> problems = new ArrayList<>();
    private final JsonObject accepted;
    private Settings settings = Settings.USUAL;

    /// @param file for the problems
    SettingsJson(Gson gson, Path file) {
        this.gson = gson;
        this.file = file;
        accepted = gson.toJsonTree(Settings.USUAL).getAsJsonObject();
    }

    SettingsFile.Loaded read(JsonObject told) {
        for (String part : accepted.deepCopy().keySet()) {
            JsonElement usual = accepted.get(part);
            if (!told.has(part)) {
                continue;
            }
            if (usual.isJsonObject() && told.get(part).isJsonObject()) {
                JsonObject values = told.getAsJsonObject(part);
                List<String> keys = usual.getAsJsonObject().keySet().stream().filter(values::has).toList();
                // Twice: a lower end may only fit once the upper one has moved.
                keys.forEach(key -> take(usual.getAsJsonObject(), key, values.get(key)));
                keys.forEach(key -> insist(usual.getAsJsonObject(), part, key, values.get(key)));
            } else {
                insist(accepted, "", part, told.get(part));
            }
        }
        return new SettingsFile.Loaded(settings, problems);
    }

    private void insist(JsonObject place, String part, String key, JsonElement value) {
        String must = take(place, key, value);
        if (!must.isEmpty()) {
            problems.add(new SettingsFlaw.Value(
                    file, part.isEmpty() ? key : part + "." + key, value.toString(), must));
        }
    }

    /// @return empty if it was taken, else what it must be
    private String take(JsonObject place, String key, JsonElement value) {
        JsonElement before = place.get(key);
        if (!alike(before, value)) {
            return kind(before);
        }
        place.add(key, value);
        try {
            settings = gson.fromJson(accepted, Settings.class);
            return "";
        } catch (RuntimeException e) {
            place.add(key, before);
            return limit(e);
        }
    }

    private static String kind(JsonElement usual) {
        if (usual instanceof JsonPrimitive primitive) {
            return primitive.isString() ? "a text" : primitive.isNumber() ? "a number" : "true or false";
        }
        return usual.isJsonArray() ? "a list of texts" : "an object";
    }

    /// What the value's own type says, which the JSON library wraps.
    private static String limit(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && !(cause instanceof NumberFormatException)) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "a whole number";
    }

    private static boolean alike(JsonElement usual, JsonElement value) {
        if (usual.isJsonArray() && value.isJsonArray()) {
            return value.getAsJsonArray().asList().stream()
                    .allMatch(it -> it instanceof JsonPrimitive primitive && primitive.isString());
        }
        return usual instanceof JsonPrimitive a && value instanceof JsonPrimitive b
                && a.isString() == b.isString() && a.isNumber() == b.isNumber() && a.isBoolean() == b.isBoolean();
    }

    /// Overwrites what has the same key and leaves the rest.
    static void putAll(JsonObject place, JsonObject values) {
        for (Map.Entry<String, JsonElement> value : values.entrySet()) {
            JsonElement there = place.get(value.getKey());
            if (there instanceof JsonObject inner && value.getValue() instanceof JsonObject more) {
                putAll(inner, more);
            } else {
                place.add(value.getKey(), value.getValue());
            }
        }
    }
}
