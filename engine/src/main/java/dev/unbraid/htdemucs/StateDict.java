package dev.unbraid.htdemucs;

import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.TensorData;

import java.util.Objects;

/// A checkpoint's weights by their published names, whose presence was checked before.
record StateDict(Checkpoint checkpoint) {
    float[] floats(String name) {
        TensorData tensor = checkpoint.tensors().get(name);
        return Objects.requireNonNull(tensor, name).toFloats();
    }

    boolean has(String name) {
        return checkpoint.tensors().containsKey(name);
    }

    /// A convolution's or a linear map's.
    float[] weight(String layer) {
        return floats(layer + ".weight");
    }

    float[] bias(String layer) {
        return floats(layer + ".bias");
    }
}
