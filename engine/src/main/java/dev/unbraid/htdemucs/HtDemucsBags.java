package dev.unbraid.htdemucs;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointReader;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.TorchSource;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Installed models as bags of networks on a device.
public final class HtDemucsBags {
    /// Of the network in Java: one more whenever its answers become others.
    public static final int JAVA_REVISION = 6;

    private final Loader loader;

    /// Makes a network of a checkpoint, wherever that runs.
    @FunctionalInterface
    public interface Loader {
        SegmentModel load(Path checkpoint) throws ModelUnavailableException;
    }

    public HtDemucsBags(Loader loader) {
        this.loader = loader;
    }

    /// Reads every member's hyper-parameters; a network is loaded when its turn comes.
    ///
    /// @throws CheckpointException naming the file and what does not fit
    public ModelBag bag(InstalledModel model) throws CheckpointException {
        List<ModelBag.Member> members = new ArrayList<>();
        List<HtDemucsSpec> specs = new ArrayList<>();
        for (int i = 0; i < model.members().size(); i++) {
            Path file = model.members().get(i);
            HtDemucsSpec spec = HtDemucsSpecReader.read(CheckpointReader.read(file).arguments());
            specs.add(spec);
            members.add(new ModelBag.Member(spec.sound().segmentFrames(), model.weights().get(i), () -> loader.load(file)));
        }
        HtDemucsSpec first = specs.getFirst();
        for (HtDemucsSpec spec : specs) {
            if (!spec.sources().equals(model.sources()) || !audio(spec).equals(audio(first))) {
                throw new CheckpointException("The networks of the model %s do not fit together: one gives %s, the model %s."
                        .formatted(model.name(), spec.sources(), model.sources()));
            }
        }
        return new ModelBag(model.name(), model.sources(), audio(first), members);
    }

    /// Begins with what takes time before the first network of this process can run. Returns at once.
    public static void warmUp() {
        VectorModel.warmUp();
    }

    /// Loads a network into this process.
    ///
    /// @param torch      asked only if the network does not run in Java
    /// @param arithmetic that networks take on the footing, if they can
    /// @throws ModelUnavailableException naming the file and what does not fit, or the device
    public static SegmentModel load(TorchSource torch, Footing footing, Arithmetic arithmetic, Path file)
            throws ModelUnavailableException {
        try {
            Checkpoint checkpoint = CheckpointReader.read(file);
            if (arithmetic == Arithmetic.JAVA && VectorModel.fits(checkpoint)) {
                return VectorModel.load(checkpoint, footing.threads());
            }
            return HtDemucsModel.load(torch.get(), footing.device(), footing.precision(), checkpoint);
        } catch (DeviceUnavailableException e) {
            throw new ModelUnavailableException(
                    ModelUnavailableException.Reason.DEVICE, String.valueOf(e.getMessage()), e);
        } catch (CheckpointException e) {
            throw new ModelUnavailableException(
                    ModelUnavailableException.Reason.FILES, "%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static AudioSpec audio(HtDemucsSpec spec) {
        return new AudioSpec(spec.sound().sampleRate(), spec.sound().audioChannels());
    }
}
