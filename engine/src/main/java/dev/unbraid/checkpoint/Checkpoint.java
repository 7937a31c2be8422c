package dev.unbraid.checkpoint;

import com.google.gson.JsonObject;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A network's state and how to build it, the same whatever file it came from.
///
/// @param architecture the network's class, `HTDemucs`
/// @param arguments    the constructor arguments that the file names; a fraction is a string like `39/5`
/// @param tensors      the state dict, by name
public record Checkpoint(String architecture, JsonObject arguments, SortedMap<String, TensorData> tensors) {
    public Checkpoint {
        arguments = arguments.deepCopy();
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    }

    @Override
    public JsonObject arguments() {
        return arguments.deepCopy();
    }
}
