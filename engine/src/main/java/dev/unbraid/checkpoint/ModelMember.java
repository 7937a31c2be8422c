package dev.unbraid.checkpoint;

import dev.unbraid.install.PinnedFile;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// One network of a model; most models have a single one, a bag has several.
///
/// @param source  where the authors publish the file
/// @param file    the file
/// @param weights its say in each of the model's sources, in their order
/// @param npm     another way to the same weights, if there is one
public record ModelMember(URI source, PinnedFile file, List<Double> weights, Optional<NpmPackage> npm) {
    public ModelMember {
        weights = List.copyOf(weights);
    }

    /// @return what the authors call this network, such as `955717e8`
    public String signature() {
        return file.name().replaceFirst("[-.].*", "");
    }
}
