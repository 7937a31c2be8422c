package dev.unbraid.checkpoint;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a checkpoint lies in a safetensors file.
///
/// Ours carries `architecture` and `arguments` in its metadata and the state dict's own names. A golden file of the tests
/// carries the arguments as `spec`, and the state dict as `weight:NAME` between inputs and outputs.
final class SafeTensorsCheckpoint {
    private static final String ARCHITECTURE = "architecture";
    private static final String ARGUMENTS = "arguments";
    private static final String SPEC = "spec";
    private static final String WEIGHT = "weight:";

    private SafeTensorsCheckpoint() {}

    static Checkpoint read(SafeTensors file) throws CheckpointException {
        Map<String, String> metadata = file.metadata();
        String architecture = metadata.get(ARCHITECTURE);
        String arguments = metadata.get(ARGUMENTS);
        if (architecture != null && arguments != null) {
            return new Checkpoint(architecture, json(ARGUMENTS, arguments), file.tensors());
        }
        String spec = metadata.get(SPEC);
        if (spec != null) {
            return new Checkpoint("HTDemucs", json(SPEC, spec), weights(file.tensors()));
        }
        throw new CheckpointException(
                "the safetensors file does not say how to build its network: its __metadata__ lacks `%s` (HTDemucs) and `%s` (the constructor arguments as JSON)"
                        .formatted(ARCHITECTURE, ARGUMENTS));
    }

    static Map<String, String> metadata(Checkpoint checkpoint) {
        return Map.of(ARCHITECTURE, checkpoint.architecture(), ARGUMENTS, checkpoint.arguments().toString());
    }

    private static JsonObject json(String key, String text) throws CheckpointException {
        try {
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new CheckpointException("the safetensors file's `%s` is no JSON object".formatted(key), e);
        }
    }

    private static SortedMap<String, TensorData> weights(SortedMap<String, TensorData> tensors) {
        SortedMap<String, TensorData> weights = new TreeMap<>();
        tensors.values().stream()
                .filter(tensor -> tensor.name().startsWith(WEIGHT))
                .map(tensor -> tensor.withName(tensor.name().substring(WEIGHT.length())))
                .forEach(tensor -> weights.put(tensor.name(), tensor));
        return weights;
    }
}
