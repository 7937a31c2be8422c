package dev.unbraid.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A model in the user's folder.
///
/// @param sources the stems in the order of the networks' outputs
/// @param members one safetensors file per network, for [CheckpointReader]
/// @param weights per member its say in each source
/// @param licence what the weights may be used for, if that is known
/// @param fingerprint of the networks and how they are put together: another model of this name has another
public record InstalledModel(
        String name, List<String> sources, List<Path> members, List<List<Double>> weights, Optional<String> licence,
        String fingerprint) {
    public InstalledModel {
        sources = List.copyOf(sources);
        members = List.copyOf(members);
        weights = weights.stream().map(List::copyOf).toList();
    }
}
