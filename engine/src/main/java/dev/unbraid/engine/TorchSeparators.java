package dev.unbraid.engine;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointStore;
import dev.unbraid.checkpoint.InstallOutcome;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.checkpoint.ModelDescription;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.cuda.CudaLibraries;
import dev.unbraid.cuda.CudaSet;
import dev.unbraid.htdemucs.HtDemucsScript;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.NetworkLostException;
import dev.unbraid.session.LibrariesInstallException;
import dev.unbraid.session.MachinePace;
import dev.unbraid.session.ModelFileException;
import dev.unbraid.session.ModelInstallException;
import dev.unbraid.session.Provenance;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparationDevice.Use;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The installed checkpoints and those of the catalogue, run by PyTorch.
final class TorchSeparators implements Separators {
    private static final String AUTO = "auto";

    private final Engine engine;

    TorchSeparators(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<SeparatorModel> models() throws IOException {
        CheckpointStore store = engine.store();
        List<SeparatorModel> models = new ArrayList<>();
        for (ModelDescription model : engine.catalog().models()) {
            Optional<InstalledModel> installed = find(store, model.name());
            models.add(new SeparatorModel(model.name(), model.title(), model.sources(), installed.isPresent(),
                    installed.isPresent() ? 0 : model.bytes(), model.licence(),
                    installed.map(TorchSeparators::fingerprint).orElse("")));
        }
        for (String name : store.names()) {
            if (engine.catalog().find(name).isEmpty()) {
                find(store, name).map(TorchSeparators::imported).ifPresent(models::add);
            }
        }
        return List.copyOf(models);
    }

    private static Optional<InstalledModel> find(CheckpointStore store, String name) {
        try {
            return store.find(name);
        } catch (CheckpointException damaged) {
            // As good as not installed: installing mends it.
            return Optional.empty();
        }
    }

    private static SeparatorModel imported(InstalledModel model) {
        return new SeparatorModel(model.name(), model.name(), model.sources(), true, 0, model.licence().orElse(""),
                fingerprint(model));
    }

    /// Stems of the same weights through another text are other stems.
    private static String fingerprint(InstalledModel model) {
        return model.fingerprint() + "-" + HtDemucsScript.revision();
    }

    @Override
    public List<SeparationDevice> devices() {
        try {
            return devices(engine.devices(), engine.cudaLibraries().map(CudaLibraries::set));
        } catch (DeviceUnavailableException | NetworkLostException e) {
            return List.of(new SeparationDevice(AUTO, String.valueOf(e.getMessage())));
        }
    }

    /// @param reports of a machine, which has a processor
    /// @param forGpus what can be installed
    static List<SeparationDevice> devices(List<DeviceReport> reports, Optional<CudaSet> forGpus) {
        List<SeparationDevice> devices = new ArrayList<>(reports.stream()
                // A kind of which none is here is no device.
                .filter(report -> report.usable() == DeviceReport.Usability.USABLE || report.name().contains(":"))
                .sorted(Comparator.comparing((DeviceReport report) -> report.usable() != DeviceReport.Usability.USABLE)
                        .thenComparing(report -> report.name().equals("cpu")))
                .map(report -> device(report, forGpus))
                .toList());
        devices.addFirst(new SeparationDevice(AUTO, devices.getFirst().description()));
        return List.copyOf(devices);
    }

    private static SeparationDevice device(DeviceReport report, Optional<CudaSet> forGpus) {
        return new SeparationDevice(report.name(), report.remark(), switch (report.usable()) {
            case USABLE -> new Use.Possible();
            case NOT_USABLE -> new Use.Impossible();
            case LACKS_LIBRARIES -> forGpus.<Use>map(set -> new Use.OnceInstalled(set.bytes(), set.licence()))
                    .orElseGet(Use.Impossible::new);
        });
    }

    @Override
    public Optional<MachinePace> pace() {
        return Optional.of(engine.pace());
    }

    @Override
    public void prepare() {
        engine.prepareWorker();
    }

    @Override
    public Optional<Provenance> provenance(String model, String device) throws ModelUnavailableException {
        return Optional.of(ready(() -> {
            ComputeChoice choice = usual(device);
            InstalledModel installed = engine.installed(model);
            engine.bags().require(choice);
            return engine.bags().provenance(installed, choice);
        }));
    }

    @Override
    public ModelBag open(String model, String device) throws ModelUnavailableException {
        return ready(() -> {
            ComputeChoice choice = usual(device);
            InstalledModel installed = engine.installed(model);
            engine.bags().require(choice);
            return engine.bags().bag(installed, choice);
        });
    }

    private static ComputeChoice usual(String device) {
        return new ComputeChoice(DeviceChoice.parse(device), Engine.usualThreads());
    }

    private interface Preparation<T> {
        T prepare() throws CheckpointException, DeviceUnavailableException;
    }

    private static <T> T ready(Preparation<T> preparation) throws ModelUnavailableException {
        try {
            return preparation.prepare();
        } catch (CheckpointException e) {
            throw new ModelUnavailableException(
                    ModelUnavailableException.Reason.FILES, String.valueOf(e.getMessage()), e);
        } catch (DeviceUnavailableException | IllegalArgumentException e) {
            throw new ModelUnavailableException(
                    ModelUnavailableException.Reason.DEVICE, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean install(String what, JobControl control) throws IOException {
        Optional<CudaLibraries> libraries = engine.cudaLibraries();
        // A model's name has no colon.
        boolean device = libraries.isPresent() && what.startsWith("cuda:");
        return device ? install(libraries.get(), control) : installModel(what, control);
    }

    private boolean install(CudaLibraries libraries, JobControl control) throws IOException {
        try {
            return switch (libraries.install(new InstallationBytes(control, libraries.set().bytes()))) {
                case COMPLETE -> {
                    engine.workers().renew();
                    yield true;
                }
                case CANCELLED -> false;
            };
        } catch (DeviceUnavailableException e) {
            throw new LibrariesInstallException(e);
        }
    }

    private boolean installModel(String model, JobControl control) throws IOException {
        try {
            long total = engine.catalog().find(model).map(ModelDescription::bytes).orElse(0L);
            return switch (engine.installer().install(model, new InstallationBytes(control, total))) {
                case InstallOutcome.Installed _ -> true;
                case InstallOutcome.Cancelled _ -> false;
            };
        } catch (CheckpointException e) {
            throw new ModelInstallException(model, e);
        }
    }

    @Override
    public SeparatorModel importFile(Path file) throws IOException {
        try {
            return imported(engine.installer().importFile(file, Optional.empty()));
        } catch (CheckpointException e) {
            throw new ModelFileException(file, e);
        }
    }
}
