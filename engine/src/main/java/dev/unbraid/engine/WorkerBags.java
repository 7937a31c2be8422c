package dev.unbraid.engine;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.htdemucs.HtDemucsBags;
import dev.unbraid.htdemucs.HtDemucsScript;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.session.Provenance;
import dev.unbraid.worker.WorkerModel;
import dev.unbraid.worker.Workers;

import java.nio.file.Path;
import java.util.Optional;

/// The installed models as bags of networks that run in workers, and what their stems come from. Any thread.
public final class WorkerBags {
    private final Workers workers;

    WorkerBags(Workers workers) {
        this.workers = workers;
    }

    /// What the stems of [#bag] come from, and what their speed depends on. Returns at once.
    public Provenance provenance(InstalledModel model, ComputeChoice choice) {
        return new Provenance(model.fingerprint(), choice.device().text(), choice.threads(), () -> machine(choice), Version.number());
    }

    private Provenance.Machine machine(ComputeChoice choice) {
        try {
            Footing footing = resolve(choice);
            return new Provenance.Machine(choice.device().text(), kind(footing.device()),
                    footing.precision().toString(), footing.threads());
        } catch (DeviceUnavailableException e) {
            throw new IllegalStateException("asked before it was sure that there is such a device", e);
        }
    }

    /// Its networks run in workers, each from when it is opened. Returns at once.
    public ModelBag bag(InstalledModel model, ComputeChoice choice) throws CheckpointException {
        return new HtDemucsBags(file -> open(file, choice)).bag(model).identifiedBy(() -> identity(model, choice));
    }

    private SegmentModel open(Path file, ComputeChoice choice) throws ModelUnavailableException {
        try {
            // The one worker that stands ready is asked, and then used.
            resolve(choice);
        } catch (DeviceUnavailableException e) {
            throw new ModelUnavailableException(ModelUnavailableException.Reason.DEVICE, String.valueOf(e.getMessage()), e);
        }
        return WorkerModel.open(workers, new WorkerModel.Wish(file, choice));
    }

    /// Waits until it is known whether there is such a device.
    ///
    /// @throws DeviceUnavailableException if there is not
    public void require(ComputeChoice choice) throws DeviceUnavailableException {
        resolve(choice);
    }

    Footing resolve(ComputeChoice choice) throws DeviceUnavailableException {
        // Where nothing is left open it is not worth waiting until a worker has looked.
        return choice.device() instanceof DeviceChoice.Exactly(ComputeDevice.Cpu cpu)
                && choice.precision() instanceof PrecisionChoice.Exactly(Precision precision)
                ? new Footing(cpu, precision, choice.threads()) : workers.devices().resolve(choice);
    }

    private Optional<String> identity(InstalledModel model, ComputeChoice choice) {
        try {
            Footing footing = resolve(choice);
            return Optional.of(identity(model, footing, workers.devices().arithmetic(footing)));
        } catch (DeviceUnavailableException e) {
            // Nothing will come of it, as whoever opens a network hears.
            return Optional.empty();
        }
    }

    /// What the networks' answers depend on; another version may bring another PyTorch, which rounds otherwise.
    private static String identity(InstalledModel model, Footing footing, Arithmetic arithmetic) {
        String where = switch (footing.device()) {
            case ComputeDevice.Cpu cpu when arithmetic == Arithmetic.JAVA -> "%s in Java %d".formatted(kind(cpu), HtDemucsBags.JAVA_REVISION);
            // How sums are split among threads decides how they are rounded.
            case ComputeDevice.Cpu cpu -> "%s with %d threads".formatted(kind(cpu), footing.threads());
            case ComputeDevice.Cuda cuda -> kind(cuda);
        };
        return "%s %s %s %s %s".formatted(
                model.fingerprint(), where, footing.precision(), Version.number(), HtDemucsScript.revision());
    }

    private static String kind(ComputeDevice device) {
        return switch (device) {
            case ComputeDevice.Cpu _ -> "cpu";
            case ComputeDevice.Cuda _ -> "cuda";
        };
    }
}
