package dev.unbraid.checkpoint;

import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.PickleValue.Dict;
import dev.unbraid.checkpoint.PickleValue.Global;
import dev.unbraid.checkpoint.PickleValue.Sequence;
import dev.unbraid.checkpoint.PickleValue.Tensor;
import dev.unbraid.checkpoint.PickleValue.Tuple;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The dictionary inside an official file: `klass`, `args`, `kwargs`, `state`, and `training_args`, which are not wanted.
final class TorchPackage {
    private static final String WANTED_CLASS = "demucs.htdemucs.HTDemucs";

    /// HTDemucs's constructor parameters in their order, for arguments that are given by place.
    private static final List<String> PARAMETERS = List.of(
            "sources", "audio_channels", "channels", "channels_time", "growth", "nfft", "wiener_iters", "end_iters",
            "wiener_residual", "cac", "depth", "rewrite", "multi_freqs", "multi_freqs_depth", "freq_emb", "emb_scale");

    private TorchPackage() {}

    /// @param fileBytes length of the whole file: what all tensors together may take at most
    static Checkpoint checkpoint(PickleValue top, long fileBytes, StorageBytes storages) throws CheckpointException {
        if (!(top instanceof Dict(Map<String, PickleValue> entries))
                || !(entries.get("state") instanceof Dict(Map<String, PickleValue> state))) {
            throw new CheckpointException("this torch file is no demucs checkpoint: it has no `state` and `klass`");
        }
        checkClass(entries.get("klass"));
        return new Checkpoint("HTDemucs", arguments(entries), tensors(state, fileBytes, storages));
    }

    private static void checkClass(@Nullable PickleValue klass) throws CheckpointException {
        if (!(klass instanceof Global named)) {
            throw new CheckpointException("this torch file does not say which network it belongs to (`klass` is missing)");
        }
        if (!named.dotted().equals(WANTED_CLASS)) {
            throw new CheckpointException("this checkpoint is for %s; Unbraid runs %s only".formatted(named.dotted(), WANTED_CLASS));
        }
    }

    private static JsonObject arguments(Map<String, PickleValue> entries) throws CheckpointException {
        JsonObject arguments = new JsonObject();
        if (entries.get("kwargs") instanceof Dict(Map<String, PickleValue> named)) {
            PickleJson json = new PickleJson();
            for (Map.Entry<String, PickleValue> entry : named.entrySet()) {
                arguments.add(entry.getKey(), json.of(entry.getKey(), entry.getValue()));
            }
        }
        List<PickleValue> placed = switch (entries.get("args")) {
            case Tuple(List<PickleValue> items) -> items;
            case Sequence(List<PickleValue> items) -> items;
            case null, default -> List.of();
        };
        if (placed.size() > PARAMETERS.size()) {
            throw new CheckpointException("the checkpoint gives %d arguments without names; at most %d are known".formatted(placed.size(), PARAMETERS.size()));
        }
        for (int i = 0; i < placed.size(); i++) {
            String name = PARAMETERS.get(i);
            if (arguments.has(name)) {
                throw new CheckpointException("the checkpoint gives the argument %s twice; the file is damaged".formatted(name));
            }
            arguments.add(name, new PickleJson().of(name, placed.get(i)));
        }
        return arguments;
    }

    private static SortedMap<String, TensorData> tensors(Map<String, PickleValue> state, long fileBytes, StorageBytes storages)
            throws CheckpointException {
        if (state.containsKey("__quantized")) {
            throw new CheckpointException("this checkpoint is quantized with diffq, which is not supported; take the full one");
        }
        SortedMap<String, TensorData> tensors = new TreeMap<>();
        long total = 0;
        for (Map.Entry<String, PickleValue> entry : state.entrySet()) {
            String name = entry.getKey();
            if (!(entry.getValue() instanceof Tensor tensor)) {
                throw new CheckpointException("`state` holds %s, which is a %s and no tensor; the file is damaged"
                        .formatted(name, entry.getValue().kind()));
            }
            total += StridedTensor.bytes(tensor);
            if (total > fileBytes) {
                throw new CheckpointException("tensor %s of shape %s and those before it claim more room than the file has; refused"
                        .formatted(name, tensor.shape()));
            }
            tensors.put(name, StridedTensor.read(name, tensor, storages.of(tensor.storage())));
        }
        return tensors;
    }
}
