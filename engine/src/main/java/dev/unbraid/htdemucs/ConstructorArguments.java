package dev.unbraid.htdemucs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.CheckpointException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Constructor arguments as a checkpoint states them; remembers which ones were asked for, so that none is overlooked.
final class ConstructorArguments {
    private final JsonObject arguments;
    private final Set<String> unread;

    ConstructorArguments(JsonObject arguments) {
        this.arguments = arguments;
        this.unread = new TreeSet<>(arguments.keySet());
    }

    int integer(String name, int absent) throws CheckpointException {
        double value = number(name, absent);
        if (value != Math.rint(value) || Math.abs(value) > 1 << 24) {
            throw bad(name, "a whole number");
        }
        return (int) value;
    }

    /// A number, or a truth value counted as 1 or 0 as Python does.
    double number(String name, double absent) throws CheckpointException {
        if (!has(name)) {
            return absent;
        }
        JsonElement value = arguments.get(name);
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
            return value.getAsBoolean() ? 1 : 0;
        }
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
            return value.getAsDouble();
        }
        throw bad(name, "a number");
    }

    boolean flag(String name, boolean absent) throws CheckpointException {
        return number(name, absent ? 1 : 0) != 0;
    }

    String text(String name, String absent) throws CheckpointException {
        if (!has(name)) {
            return absent;
        }
        JsonElement value = arguments.get(name);
        if (!value.isJsonPrimitive()) {
            throw bad(name, "text");
        }
        return value.getAsString();
    }

    /// A number or a fraction written `39/5`, times `factor`, cut to a whole number as the reference does.
    int product(String name, String absent, int factor) throws CheckpointException {
        String text = text(name, absent);
        try {
            String[] parts = text.split("/", 2);
            double divisor = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
            double value = Double.parseDouble(parts[0]) * factor / divisor;
            if (!(value >= 1 && value < 1 << 28)) {
                throw bad(name, "a sensible length");
            }
            return (int) value;
        } catch (NumberFormatException e) {
            throw bad(name, "a number or a fraction like 39/5");
        }
    }

    List<String> texts(String name) throws CheckpointException {
        if (!has(name) || !(arguments.get(name) instanceof JsonArray array) || array.isEmpty()) {
            throw bad(name, "a list of names");
        }
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array) {
            texts.add(element.getAsString());
        }
        return List.copyOf(texts);
    }

    /// Refuses a setting that this implementation does not have.
    void demand(String name, double onlyValue) throws CheckpointException {
        double value = number(name, onlyValue);
        if (value != onlyValue) {
            throw new CheckpointException("This model uses %s = %s, which Unbraid does not support (only %s)."
                    .formatted(name, plain(value), plain(onlyValue)));
        }
    }

    void ignore(Iterable<String> names) {
        names.forEach(unread::remove);
    }

    void allRead() throws CheckpointException {
        if (!unread.isEmpty()) {
            throw new CheckpointException("This model uses options that Unbraid does not know: %s."
                    .formatted(String.join(", ", unread)));
        }
    }

    CheckpointException bad(String name, String wanted) {
        return new CheckpointException("The model's option %s should be %s but is %s."
                .formatted(name, wanted, arguments.has(name) ? arguments.get(name) : "missing"));
    }

    private boolean has(String name) {
        unread.remove(name);
        return arguments.has(name) && !arguments.get(name).isJsonNull();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
