package dev.unbraid.htdemucs;

import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.compute.WarmUp;
import dev.unbraid.vector.PackedMatrix;
import dev.unbraid.vector.VectorUnits;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// HTDemucs in Java on the processor's vector registers, float32, ready to take segments apart.
final class VectorModel implements SpecifiedModel {
    /// Of the heap, for everything that is not the network.
    private static final long SPARE_BYTES = 128L << 20;

    private static final int WARM_UP_ROUNDS = 2;
    /// What differs from the published network's constructor arguments.
    private static final Map<String, Integer> MINIATURE =
            Map.of("channels", 8, "nfft", 512, "depth", 2, "t_layers", 2, "bottom_channels", 64);

    private final HtDemucsSpec spec;
    private final VectorNetwork network;

    private VectorModel(HtDemucsSpec spec, VectorNetwork network) {
        this.spec = spec;
        this.network = network;
    }

    /// Has the compiler make what networks run, with a miniature one. Returns at once.
    static void warmUp() {
        if (VectorUnits.arePresent()) {
            WarmUp.begin(VectorModel::runMiniature);
        }
    }

    private static void runMiniature() {
        PackedMatrix.warmUp();
        JsonObject arguments = ModelCatalog.bundled().onnxArguments().deepCopy();
        MINIATURE.forEach(arguments::addProperty);
        arguments.addProperty("segment", "1/4");
        try {
            Checkpoint checkpoint = SeededCheckpoint.of(arguments);
            HtDemucsSpec spec = HtDemucsSpecReader.read(arguments);
            int frames = spec.sound().segmentFrames();
            try (VectorNetwork miniature = new VectorNetwork(spec, new StateDict(checkpoint), frames, 1)) {
                for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                    miniature.separate(new float[spec.sound().audioChannels() * frames], () -> true);
                }
            }
        } catch (CheckpointException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether the network in Java has all that a checkpoint asks for, and the heap has room for it.
    static boolean fits(Checkpoint checkpoint) throws CheckpointException {
        if (!checkpoint.architecture().equals("HTDemucs")) {
            return false;
        }
        HtDemucsSpec spec = HtDemucsSpecReader.read(checkpoint.arguments());
        return VectorNetwork.has(spec)
                && VectorNetworkSize.bytes(spec, checkpoint) + SPARE_BYTES <= Runtime.getRuntime().maxMemory();
    }

    /// Checks the checkpoint against its own hyper-parameters and loads it.
    ///
    /// @throws CheckpointException naming the tensor or the option that does not fit
    static VectorModel load(Checkpoint checkpoint, int threads) throws CheckpointException {
        HtDemucsSpec spec = HtDemucsSpecReader.read(checkpoint.arguments());
        HtDemucsWeights.check(spec, checkpoint);
        return new VectorModel(spec,
                new VectorNetwork(spec, new StateDict(checkpoint), spec.sound().segmentFrames(), threads));
    }

    @Override
    public HtDemucsSpec spec() {
        return spec;
    }

    @Override
    public Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff) {
        return network.separate(mix, () -> !calledOff.getAsBoolean());
    }

    @Override
    public void close() {
        network.close();
    }
}
