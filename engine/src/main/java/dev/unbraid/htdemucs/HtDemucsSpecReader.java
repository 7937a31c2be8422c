package dev.unbraid.htdemucs;

import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.CheckpointException;

import java.util.List;
import java.util.Locale;

/// Reads the specification from a checkpoint's constructor arguments; what is absent has the reference's default.
public final class HtDemucsSpecReader {
    /// Options of training and of features that `demand` has made sure are off.
    private static final List<String> WITHOUT_EFFECT_HERE = List.of("channels_time", "rescale", "dconv_init", "emb_smooth",
            "time_stride", "end_iters", "wiener_residual", "multi_freqs_depth", "t_dropout", "t_weight_decay", "t_lr",
            "t_sin_random_shift", "t_cape_augment", "t_cape_glob_loc_scale", "t_mask_type", "t_mask_random_seed",
            "t_sparse_attn_window", "t_global_window", "t_sparsity", "t_auto_sparsity");

    private final ConstructorArguments arguments;

    private HtDemucsSpecReader(ConstructorArguments arguments) {
        this.arguments = arguments;
    }

    /// @throws CheckpointException naming the option that is unknown, unsupported or malformed
    public static HtDemucsSpec read(JsonObject arguments) throws CheckpointException {
        return new HtDemucsSpecReader(new ConstructorArguments(arguments)).spec();
    }

    private HtDemucsSpec spec() throws CheckpointException {
        refuseUnsupported();
        HtDemucsSpec spec = new HtDemucsSpec(arguments.texts("sources"), sound(), branches(), dconv(), transformer());
        checkConsistent(spec);
        arguments.ignore(WITHOUT_EFFECT_HERE);
        arguments.allRead();
        return spec;
    }

    private void refuseUnsupported() throws CheckpointException {
        arguments.demand("cac", 1);
        arguments.demand("rewrite", 1);
        arguments.demand("context_enc", 0);
        arguments.demand("wiener_iters", 0);
        arguments.demand("t_sparse_self_attn", 0);
        arguments.demand("t_sparse_cross_attn", 0);
        if (!arguments.text("multi_freqs", "[]").equals("[]")) {
            throw arguments.bad("multi_freqs", "absent, as Unbraid does not support it,");
        }
        if (!arguments.text("channels_time", "").isEmpty()) {
            throw arguments.bad("channels_time", "absent, as Unbraid does not support it,");
        }
    }

    private HtDemucsSpec.Sound sound() throws CheckpointException {
        int rate = positive("samplerate", 44_100);
        return new HtDemucsSpec.Sound(positive("audio_channels", 2), rate, arguments.product("segment", "10", rate),
                arguments.flag("use_train_segment", true));
    }

    private HtDemucsSpec.Branches branches() throws CheckpointException {
        int depth = positive("depth", 4);
        return new HtDemucsSpec.Branches(positive("channels", 48), positive("growth", 2), depth, positive("nfft", 4096),
                positive("stride", 4), arguments.integer("context", 1),
                new HtDemucsSpec.Norms(arguments.integer("norm_starts", 4), positive("norm_groups", 4)),
                new HtDemucsSpec.FrequencyEmbedding(arguments.number("freq_emb", 0.2), arguments.number("emb_scale", 10)));
    }

    private HtDemucsSpec.DConv dconv() throws CheckpointException {
        int mode = arguments.integer("dconv_mode", 1);
        return new HtDemucsSpec.DConv((mode & 1) != 0, (mode & 2) != 0, positive("dconv_depth", 2),
                positive("dconv_comp", 8));
    }

    private HtDemucsSpec.CrossTransformer transformer() throws CheckpointException {
        return new HtDemucsSpec.CrossTransformer(arguments.integer("bottom_channels", 0), arguments.integer("t_layers", 5),
                positive("t_heads", 8), arguments.number("t_hidden_scale", 4), positions(), norms(),
                arguments.flag("t_gelu", true) ? HtDemucsSpec.Activation.GELU : HtDemucsSpec.Activation.RELU,
                arguments.flag("t_cross_first", false)
                        ? HtDemucsSpec.LayerOrder.CROSS_FIRST : HtDemucsSpec.LayerOrder.SELF_FIRST);
    }

    private HtDemucsSpec.Positions positions() throws CheckpointException {
        HtDemucsSpec.PositionKind kind = switch (arguments.text("t_emb", "sin").toLowerCase(Locale.ROOT)) {
            case "sin" -> HtDemucsSpec.PositionKind.SIN;
            case "cape" -> HtDemucsSpec.PositionKind.CAPE;
            case "scaled" -> HtDemucsSpec.PositionKind.SCALED;
            default -> throw arguments.bad("t_emb", "sin, cape or scaled");
        };
        return new HtDemucsSpec.Positions(kind, positive("t_max_positions", 10_000), arguments.number("t_max_period", 10_000),
                arguments.number("t_weight_pos_embed", 1), arguments.flag("t_cape_mean_normalize", true));
    }

    private HtDemucsSpec.TransformerNorms norms() throws CheckpointException {
        int inputGroups = arguments.integer("t_norm_in_group", 0);
        HtDemucsSpec.InputNorm input = HtDemucsSpec.InputNorm.NONE;
        if (arguments.flag("t_norm_in", true)) {
            input = HtDemucsSpec.InputNorm.LAYER;
        } else if (inputGroups > 0) {
            input = HtDemucsSpec.InputNorm.GROUP;
        }
        boolean first = arguments.flag("t_norm_first", true);
        int out = arguments.integer("t_norm_out", 1);
        return new HtDemucsSpec.TransformerNorms(input, inputGroups, arguments.integer("t_group_norm", 0), first,
                first ? out : 0, arguments.flag("t_layer_scale", true));
    }

    private void checkConsistent(HtDemucsSpec spec) throws CheckpointException {
        HtDemucsSpec.Branches branches = spec.branches();
        if (arguments.integer("kernel_size", 8) != 2 * branches.stride() || branches.stride() % 2 != 0) {
            throw arguments.bad("kernel_size", "twice the stride, and the stride even,");
        }
        int bins = branches.nfft() / 2;
        for (int i = 0; i < branches.depth(); i++) {
            // At this point the reference would merge its two branches, as its predecessor did.
            if (bins % branches.stride() != 0 || bins <= 2 * branches.stride()) {
                throw arguments.bad("depth", "small enough for the bins to outlast the strides");
            }
            bins /= branches.stride();
        }
        int width = spec.transformerChannels();
        if (spec.transformer().layers() > 0 && (width % spec.transformer().heads() != 0 || width % 4 != 0)) {
            throw arguments.bad("t_heads", "a divisor of the transformer's %d channels, a multiple of 4,".formatted(width));
        }
    }

    private int positive(String name, int absent) throws CheckpointException {
        int value = arguments.integer(name, absent);
        if (value < 1) {
            throw arguments.bad(name, "at least 1");
        }
        return value;
    }
}
