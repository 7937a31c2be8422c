package dev.unbraid.htdemucs;

import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.TensorData;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Names and shapes that a specification demands of a checkpoint; a tensor left over or missing is an error.
public final class HtDemucsWeights {
    private final HtDemucsSpec spec;
    private final Map<String, List<Integer>> shapes = new LinkedHashMap<>();

    private HtDemucsWeights(HtDemucsSpec spec) {
        this.spec = spec;
    }

    /// @return shape by name, in the reference's layout
    public static Map<String, List<Integer>> shapes(HtDemucsSpec spec) {
        HtDemucsWeights weights = new HtDemucsWeights(spec);
        for (int i = 0; i < spec.branches().depth(); i++) {
            weights.layer(i);
        }
        if (spec.branches().embedding().weight() != 0) {
            int bins = spec.branches().nfft() / 2 / spec.branches().stride();
            weights.put("freq_emb.embedding.weight", bins, spec.branches().channels());
        }
        if (spec.transformer().layers() > 0) {
            weights.transformer();
        }
        return weights.shapes;
    }

    /// @throws CheckpointException naming the first tensor that is missing, left over or of another shape
    public static void check(HtDemucsSpec spec, Checkpoint checkpoint) throws CheckpointException {
        Map<String, List<Integer>> wanted = shapes(spec);
        for (Map.Entry<String, List<Integer>> entry : wanted.entrySet()) {
            TensorData found = checkpoint.tensors().get(entry.getKey());
            if (found == null) {
                throw new CheckpointException("The checkpoint lacks the tensor %s, which should be %s."
                        .formatted(entry.getKey(), entry.getValue()));
            }
            if (!found.shape().equals(entry.getValue())) {
                throw new CheckpointException("The checkpoint's tensor %s should be %s but is %s."
                        .formatted(entry.getKey(), entry.getValue(), found.shape()));
            }
        }
        List<String> leftOver = new ArrayList<>(checkpoint.tensors().keySet());
        leftOver.removeAll(wanted.keySet());
        if (!leftOver.isEmpty()) {
            throw new CheckpointException("The checkpoint holds %d tensor%s that this network does not have, the first is %s."
                    .formatted(leftOver.size(), leftOver.size() == 1 ? "" : "s", leftOver.getFirst()));
        }
    }

    private void layer(int i) {
        HtDemucsSpec.Branches b = spec.branches();
        int out = b.channelsOut(i);
        int in = i == 0 ? spec.sound().audioChannels() : b.channelsOut(i - 1);
        int decoded = i == 0 ? spec.sound().audioChannels() * spec.sources().size() : in;
        // Complex as channels: the spectral branch has two numbers where the wave has one.
        int complex = i == 0 ? 2 : 1;
        int kernel = 2 * b.stride();
        int context = 1 + 2 * b.context();
        int decoder = b.depth() - 1 - i;
        encoder("encoder." + i, new int[] {out, complex * in, kernel, 1}, new int[] {2 * out, out, 1, 1});
        encoder("tencoder." + i, new int[] {out, in, kernel}, new int[] {2 * out, out, 1});
        decoder("decoder." + decoder, new int[] {out, complex * decoded, kernel, 1}, new int[] {2 * out, out, context, context});
        decoder("tdecoder." + decoder, new int[] {out, decoded, kernel}, new int[] {2 * out, out, context});
        for (String p : List.of("encoder." + i, "tencoder." + i, "decoder." + decoder, "tdecoder." + decoder)) {
            boolean encodes = p.contains("encoder");
            if (encodes ? spec.dconv().inEncoder() : spec.dconv().inDecoder()) {
                dconv(p, out);
            }
            if (i >= b.norms().starts()) {
                int transposed = p.startsWith("t") ? decoded : complex * decoded;
                affine(p + ".norm1", encodes ? out : 2 * out);
                affine(p + ".norm2", encodes ? 2 * out : transposed);
            }
        }
    }

    private void encoder(String p, int[] conv, int[] rewrite) {
        put(p + ".conv.weight", conv);
        put(p + ".conv.bias", conv[0]);
        put(p + ".rewrite.weight", rewrite);
        put(p + ".rewrite.bias", rewrite[0]);
    }

    private void decoder(String p, int[] convTr, int[] rewrite) {
        put(p + ".conv_tr.weight", convTr);
        put(p + ".conv_tr.bias", convTr[1]);
        put(p + ".rewrite.weight", rewrite);
        put(p + ".rewrite.bias", rewrite[0]);
    }

    private void dconv(String p, int channels) {
        int hidden = channels / spec.dconv().compress();
        for (int d = 0; d < spec.dconv().depth(); d++) {
            String q = p + ".dconv.layers." + d;
            put(q + ".0.weight", hidden, channels, 3);
            put(q + ".0.bias", hidden);
            affine(q + ".1", hidden);
            put(q + ".3.weight", 2 * channels, hidden, 1);
            put(q + ".3.bias", 2 * channels);
            affine(q + ".4", 2 * channels);
            put(q + ".6.scale", channels);
        }
    }

    private void transformer() {
        HtDemucsSpec.CrossTransformer t = spec.transformer();
        int encoded = spec.branches().channelsOut(spec.branches().depth() - 1);
        int width = spec.transformerChannels();
        for (String branch : List.of("", "_t")) {
            if (t.bottomChannels() > 0) {
                put("channel_upsampler" + branch + ".weight", width, encoded, 1);
                put("channel_upsampler" + branch + ".bias", width);
                put("channel_downsampler" + branch + ".weight", encoded, width, 1);
                put("channel_downsampler" + branch + ".bias", encoded);
            }
            if (t.norms().input() != HtDemucsSpec.InputNorm.NONE) {
                affine("crosstransformer.norm_in" + branch, width);
            }
            for (int i = 0; i < t.layers(); i++) {
                transformerLayer("crosstransformer.layers" + branch + "." + i, spec.isCross(i), width);
            }
        }
        if (t.positions().kind() == HtDemucsSpec.PositionKind.SCALED) {
            put("crosstransformer.position_embeddings.embedding.weight", t.positions().maxPositions(), width);
        }
    }

    private void transformerLayer(String p, boolean cross, int width) {
        HtDemucsSpec.CrossTransformer t = spec.transformer();
        String attention = p + (cross ? ".cross_attn" : ".self_attn");
        put(attention + ".in_proj_weight", 3 * width, width);
        put(attention + ".in_proj_bias", 3 * width);
        put(attention + ".out_proj.weight", width, width);
        put(attention + ".out_proj.bias", width);
        int hidden = (int) (width * t.hiddenScale());
        put(p + ".linear1.weight", hidden, width);
        put(p + ".linear1.bias", hidden);
        put(p + ".linear2.weight", width, hidden);
        put(p + ".linear2.bias", width);
        affine(p + ".norm1", width);
        affine(p + ".norm2", width);
        if (cross) {
            affine(p + ".norm3", width);
        }
        if (t.norms().outGroups() > 0) {
            affine(p + ".norm_out", width);
        }
        if (t.norms().layerScale()) {
            put(p + ".gamma_1.scale", width);
            put(p + ".gamma_2.scale", width);
        }
    }

    private void affine(String p, int channels) {
        put(p + ".weight", channels);
        put(p + ".bias", channels);
    }

    private void put(String name, int... shape) {
        shapes.put(name, Arrays.stream(shape).boxed().toList());
    }
}
