package dev.unbraid.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import java.io.PrintWriter;

/// One JSON object per line, each with what it is under `event`.
final class JsonLines {
    // Infinity is how silence measures in dB; it has no JSON number, so whoever writes one leaves it out or says null.
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final PrintWriter out;

    JsonLines(PrintWriter out) {
        this.out = out;
    }

    static JsonObject event(String name) {
        JsonObject object = new JsonObject();
        object.addProperty("event", name);
        return object;
    }

    static JsonObject error(Failure failure) {
        JsonObject object = event("error");
        object.addProperty("exitCode", failure.code().number());
        object.addProperty("message", failure.sentence());
        return object;
    }

    /// Adds a number, or null where it is not finite.
    static void addNumber(JsonObject object, String name, double value) {
        object.addProperty(name, Double.isFinite(value) ? (Double) value : null);
    }

    /// Written at once, so that a reader of the pipe sees progress when it happens.
    synchronized void write(JsonObject object) {
        out.println(GSON.toJson(object));
        out.flush();
    }
}
