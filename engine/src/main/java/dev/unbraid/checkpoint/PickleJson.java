package dev.unbraid.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.List;
import java.util.Map;

/// Constructor arguments as JSON. Bounded in depth and number, for a list may hold itself, or the same list many times.
final class PickleJson {
    private static final int MAX_VALUES = 10_000;
    private static final int MAX_DEPTH = 16;

    private int values;

    /// @param argument the argument's name, for messages
    JsonElement of(String argument, PickleValue value) throws CheckpointException {
        return of(argument, value, 0);
    }

    private JsonElement of(String argument, PickleValue value, int depth) throws CheckpointException {
        if (++values > MAX_VALUES || depth > MAX_DEPTH) {
            throw new CheckpointException("the checkpoint's argument %s is too large or nested too deeply; refused".formatted(argument));
        }
        return switch (value) {
            case PickleValue.None() -> JsonNull.INSTANCE;
            case PickleValue.Bool(boolean flag) -> new JsonPrimitive(flag);
            case PickleValue.Int number -> new JsonPrimitive(number.exact());
            case PickleValue.Real(double number) when Double.isFinite(number) -> new JsonPrimitive(number);
            case PickleValue.Text(String text) -> new JsonPrimitive(text);
            case PickleValue.Fraction(String text) -> new JsonPrimitive(text);
            case PickleValue.Tuple(List<PickleValue> items) -> array(argument, items, depth);
            case PickleValue.Sequence(List<PickleValue> items) -> array(argument, items, depth);
            case PickleValue.Dict(Map<String, PickleValue> entries) -> object(argument, entries, depth);
            case PickleValue.Real _, PickleValue.Global _, PickleValue.Storage _, PickleValue.Tensor _, PickleValue.Ignored _ ->
                    throw new CheckpointException("the checkpoint's argument %s is a %s, which is not supported".formatted(argument, value.kind()));
        };
    }

    private JsonArray array(String argument, List<PickleValue> items, int depth) throws CheckpointException {
        JsonArray array = new JsonArray();
        for (PickleValue item : items) {
            array.add(of(argument, item, depth + 1));
        }
        return array;
    }

    private JsonObject object(String argument, Map<String, PickleValue> entries, int depth) throws CheckpointException {
        JsonObject object = new JsonObject();
        for (Map.Entry<String, PickleValue> entry : entries.entrySet()) {
            object.add(entry.getKey(), of(argument, entry.getValue(), depth + 1));
        }
        return object;
    }
}
