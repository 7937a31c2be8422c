package dev.unbraid.htdemucs;

import dev.unbraid.compute.Precision;
import dev.unbraid.compute.ScriptModule;
import dev.unbraid.compute.TorchScriptArchive;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/// The network as a TorchScript module: text from this package's resources, hyper-parameters as attributes.
public final class HtDemucsScript {
    /// Numbers of a layer's output that the processor makes at a time: 4 MB, what the second-level caches of two cores hold.
    /// A quarter of it costs the same time and as good as the same memory; a network in one piece costs 200 MB more.
    static final int BLOCK_NUMBERS = 1 << 20;

    /// The class's head first; its methods follow in the order sound takes through them.
    private static final List<String> PARTS = List.of("network", "stft", "frequency_encoder", "time_encoder", "blocks",
            "convolution", "dconv", "cross_domain_transformer", "attention", "positions", "frequency_decoder", "time_decoder",
            "inverse_stft", "prepare");

    private static final String SOURCE = PARTS.stream().map(part -> resource(part + ".py")).collect(Collectors.joining());

    private HtDemucsScript() {}

    /// @param precision of the transformer's products
    /// @param blockNumbers how many numbers of a layer's output to make at a time; a GPU makes all of them
    static TorchScriptArchive archive(HtDemucsSpec spec, Precision precision, int blockNumbers) {
        Map<String, Object> attributes = new HashMap<>(attributes(spec));
        attributes.put("t_type", precision.scalarType());
        attributes.put("block_numbers", blockNumbers);
        return new TorchScriptArchive("HTDemucs", SOURCE, attributes);
    }

    /// Of the text and the size of its blocks: another one may round otherwise.
    ///
    /// @return eight hexadecimal digits
    public static String revision() {
        CRC32C sum = new CRC32C();
        sum.update((SOURCE + BLOCK_NUMBERS).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /// A module around the network that carries its weights, so that `forward` takes the sound alone.
    ///
    /// @param weights names of what `prepare` answers
    static TorchScriptArchive standalone(HtDemucsSpec spec, List<String> weights) {
        StringBuilder buffers = new StringBuilder();
        StringBuilder declarations = new StringBuilder();
        StringBuilder gathered = new StringBuilder();
        for (String weight : weights) {
            String buffer = ScriptModule.bufferName(weight);
            buffers.append("\"%s\", ".formatted(buffer));
            declarations.append("  %s : Tensor\n".formatted(buffer));
            gathered.append("    torch._set_item(w, \"%s\", self.%s)\n".formatted(weight, buffer));
        }
        String outer = resource("standalone.py")
                .replace("<buffers>", buffers)
                .replace("<declarations>\n", declarations)
                .replace("<gathered>\n", gathered);
        return new TorchScriptArchive("Standalone", SOURCE + outer, Map.of(
                "training", false,
                "stems", String.join(",", spec.sources()),
                "sample_rate", spec.sound().sampleRate(),
                "segment_frames", spec.sound().segmentFrames()));
    }

    private static Map<String, Object> attributes(HtDemucsSpec spec) {
        HtDemucsSpec.Branches branches = spec.branches();
        Map<String, Object> attributes = new HashMap<>(transformerAttributes(spec.transformer()));
        attributes.put("training", false);
        attributes.put("sources", spec.sources().size());
        attributes.put("audio_channels", spec.sound().audioChannels());
        attributes.put("padded_length", spec.sound().padsToSegment() ? spec.sound().segmentFrames() : 0);
        attributes.put("nfft", branches.nfft());
        attributes.put("depth", branches.depth());
        attributes.put("stride", branches.stride());
        attributes.put("context", branches.context());
        attributes.put("norm_groups", branches.norms().groups());
        attributes.put("freq_emb", branches.embedding().weight());
        attributes.put("emb_scale", branches.embedding().scale());
        attributes.put("dconv_depth", spec.dconv().depth());
        return attributes;
    }

    private static Map<String, Object> transformerAttributes(HtDemucsSpec.CrossTransformer t) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("t_layers", t.layers());
        attributes.put("t_heads", t.heads());
        attributes.put("t_emb", t.positions().kind().name().toLowerCase(Locale.ROOT));
        attributes.put("t_norm_in", t.norms().input() == HtDemucsSpec.InputNorm.LAYER);
        attributes.put("t_norm_in_group", t.norms().inputGroups());
        attributes.put("t_group_norm", t.norms().layerGroups());
        attributes.put("t_norm_first", t.norms().first());
        attributes.put("t_norm_out", t.norms().outGroups());
        attributes.put("t_max_period", t.positions().maxPeriod());
        attributes.put("t_gelu", t.activation() == HtDemucsSpec.Activation.GELU);
        attributes.put("t_weight_pos_embed", t.positions().weight());
        attributes.put("t_cape_mean_normalize", t.positions().meanNormalized());
        attributes.put("t_cross_first", t.order() == HtDemucsSpec.LayerOrder.CROSS_FIRST);
        return attributes;
    }

    private static String resource(String name) {
        return TorchScriptArchive.text(HtDemucsScript.class, name);
    }
}
