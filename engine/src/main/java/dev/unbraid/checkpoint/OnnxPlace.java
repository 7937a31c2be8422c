package dev.unbraid.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a tensor of the exported graph belongs in the state dict.
///
/// The export kept most names, but folded what it transposed, reshaped or split into anonymous tensors. The node that takes
/// such a tensor is named after the module it came from, and that gives the place.
///
/// @param name   the state dict's name
/// @param change what the export did, to be undone
/// @param part   0 and 1 for the two halves of a cross-attention's projection, which the export split; else 0
record OnnxPlace(String name, Change change, int part) {
    enum Change {
        /// As it is.
        NONE,
        /// Rows and columns exchanged, for a multiplication from the other side.
        TRANSPOSED,
        /// Axes of size one appended.
        UNSQUEEZED,
        /// The frequency embedding: `[1, channels, bins, 1]` of the table `[bins, channels]` times `emb_scale`.
        EMBEDDING
    }

    private static final Set<String> ROOTS = Set.of("encoder", "decoder", "tencoder", "tdecoder", "crosstransformer",
            "channel_upsampler", "channel_downsampler", "channel_upsampler_t", "channel_downsampler_t", "freq_emb");
    private static final Pattern GROUP_NORM = Pattern.compile(".*\\.dconv\\.layers\\.\\d+\\.[14]|.*\\.norm_out");
    private static final Pattern LAYER_SCALE = Pattern.compile(".*\\.dconv\\.layers\\.\\d+\\.6");
    private static final String EMBEDDING_TABLE = "freq_emb.embedding.weight";

    /// @param takers names of the nodes that take the tensor
    static Optional<OnnxPlace> of(String tensor, List<String> takers) {
        int dot = tensor.indexOf('.');
        if (dot > 0 && ROOTS.contains(tensor.substring(0, dot))) {
            return Optional.of(new OnnxPlace(tensor, Change.NONE, 0));
        }
        return takers.stream().map(OnnxPlace::ofTaker).flatMap(Optional::stream).findFirst();
    }

    private static Optional<OnnxPlace> ofTaker(String node) {
        int slash = node.lastIndexOf('/');
        String operation = node.substring(slash + 1);
        String module = module(slash > 0 ? node.substring(1, slash) : "");
        if (module.isEmpty()) {
            return operation.equals("Expand") ? place(EMBEDDING_TABLE, Change.EMBEDDING, 0) : Optional.empty();
        }
        return switch (operation) {
            case "MatMul" -> product(module);
            case "MatMul_1" -> module.endsWith(".cross_attn") ? place(module + ".in_proj_weight", Change.TRANSPOSED, 1) : Optional.empty();
            case "Add" -> module.endsWith(".cross_attn") ? place(module + ".in_proj_bias", Change.NONE, 0) : normBias(module);
            case "Add_1" -> module.endsWith(".cross_attn") ? place(module + ".in_proj_bias", Change.NONE, 1) : Optional.empty();
            case "Mul" -> factor(module);
            default -> Optional.empty();
        };
    }

    /// Turns `encoder.1/dconv/layers.0/layers.0.4` into `encoder.1.dconv.layers.0.4`: a list repeats its own name.
    private static String module(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!parts.isEmpty() && part.startsWith(parts.getLast() + ".")) {
                parts.removeLast();
            }
            parts.add(part);
        }
        return String.join(".", parts);
    }

    private static Optional<OnnxPlace> product(String module) {
        if (module.endsWith(".linear1") || module.endsWith(".linear2")) {
            return place(module + ".weight", Change.TRANSPOSED, 0);
        }
        if (module.endsWith(".self_attn") || module.endsWith(".cross_attn")) {
            return place(module + ".in_proj_weight", Change.TRANSPOSED, 0);
        }
        return Optional.empty();
    }

    private static Optional<OnnxPlace> normBias(String module) {
        return GROUP_NORM.matcher(module).matches() ? place(module + ".bias", Change.UNSQUEEZED, 0) : Optional.empty();
    }

    private static Optional<OnnxPlace> factor(String module) {
        if (GROUP_NORM.matcher(module).matches()) {
            return place(module + ".weight", Change.UNSQUEEZED, 0);
        }
        return LAYER_SCALE.matcher(module).matches() ? place(module + ".scale", Change.UNSQUEEZED, 0) : Optional.empty();
    }

    private static Optional<OnnxPlace> place(String name, Change change, int part) {
        return Optional.of(new OnnxPlace(name, change, part));
    }
}
