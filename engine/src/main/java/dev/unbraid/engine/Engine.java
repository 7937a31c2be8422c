package dev.unbraid.engine;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointStore;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.checkpoint.ModelInstaller;
import dev.unbraid.checkpoint.NpmCommand;
import dev.unbraid.codec.CodecLibraries;
import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.TorchEngine;
import dev.unbraid.cuda.CudaLibraries;
import dev.unbraid.cuda.CudaSet;
import dev.unbraid.session.Beside;
import dev.unbraid.session.Capacity;
import dev.unbraid.session.MachinePace;
import dev.unbraid.session.Preflight;
import dev.unbraid.session.Recoverable;
import dev.unbraid.session.Separators;
import dev.unbraid.session.Session;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.FreeMemory;
import dev.unbraid.settings.MachineFigures;
import dev.unbraid.settings.MachineFiguresFile;
import dev.unbraid.settings.ProcessorCores;
import dev.unbraid.settings.SettingsFile;
import dev.unbraid.settings.ThisJava;
import dev.unbraid.settings.ThisSystem;
import dev.unbraid.settings.UserFolders;
import dev.unbraid.worker.PeakMemory;
import dev.unbraid.worker.Workers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// All that the program is made of, put together for one user.
public final class Engine implements AutoCloseable {
    private final UserFolders folders;
    private final ExecutablePath path;
    private final ModelCatalog catalog;
    private final Separators separators;
    private final FinishedWork finished;
    private final MachinePace pace;
    /// The folders of this process's sessions.
    private final Set<Path> own = ConcurrentHashMap.newKeySet();
    private final Workers workers;
    private final WorkerBags bags;

    public Engine(UserFolders folders, ExecutablePath path) {
        this(folders, path, ModelCatalog.bundled());
    }

    /// With other models to install than those that the program knows.
    public Engine(UserFolders folders, ExecutablePath path, ModelCatalog catalog) {
        this(folders, path, catalog, WorkerCommand.Manners.SWIFT);
    }

    private Engine(UserFolders folders, ExecutablePath path, ModelCatalog catalog, WorkerCommand.Manners manners) {
        this.folders = folders;
        this.path = path;
        this.catalog = catalog;
        workers = workers(manners);
        bags = new WorkerBags(workers);
        this.separators = new TorchSeparators(this);
        finished = new FinishedWork(folders.cache().resolve("finished"), this::keptBytes);
        pace = new MachinePace(new MachineFiguresFile(folders), () -> peaks(manners));
    }

    /// With other networks than those that PyTorch runs.
    public Engine(UserFolders folders, ExecutablePath path, Separators separators) {
        this.folders = folders;
        this.path = path;
        catalog = ModelCatalog.bundled();
        workers = workers(WorkerCommand.Manners.SWIFT);
        bags = new WorkerBags(workers);
        this.separators = separators;
        finished = new FinishedWork(folders.cache().resolve("finished"), this::keptBytes);
        pace = new MachinePace(new MachineFiguresFile(folders), () -> peaks(WorkerCommand.Manners.SWIFT));
    }

    private MachineFigures.Peaks peaks(WorkerCommand.Manners manners) {
        return new MachineFigures.Peaks(workers.peakBytes(), switch (manners) {
            case SWIFT -> PeakMemory.ofThisProcess();
            // What the window holds is for other things, too.
            case YIELDING -> OptionalLong.empty();
        });
    }

    private Workers workers(WorkerCommand.Manners manners) {
        return new Workers(new WorkerCommand(folders, path, ThisJava.ofThisProcess()).launch(manners));
    }

    public static Engine ofThisProcess() {
        return ofThisProcess(WorkerCommand.Manners.SWIFT);
    }

    /// Its workers let a window go first where the system can.
    public static Engine behindWindow() {
        return ofThisProcess(WorkerCommand.Manners.YIELDING);
    }

    private static Engine ofThisProcess(WorkerCommand.Manners manners) {
        UserFolders folders = UserFolders.ofThisProcess();
        CodecLibraries.unpackInto(folders.cache().resolve("natives").resolve("ffmpeg"));
        return new Engine(folders, ExecutablePath.ofThisProcess(), ModelCatalog.bundled(), manners);
    }

    public UserFolders folders() {
        return folders;
    }

    public ModelCatalog catalog() {
        return catalog;
    }

    public CheckpointStore store() {
        return new CheckpointStore(folders.data().resolve("models"));
    }

    public ModelInstaller installer() {
        return new ModelInstaller(store(), catalog(), new NpmCommand(path.folders()));
    }

    /// The libraries for GPUs; empty where PyTorch's authors publish none.
    public Optional<CudaLibraries> cudaLibraries() {
        ThisSystem system = ThisSystem.ofThisProcess();
        return CudaSet.published(system.os(), system.arch()).map(set -> new CudaLibraries(cudaFolder(folders), set));
    }

    static Path cudaFolder(UserFolders folders) {
        return folders.data().resolve("cuda");
    }

    /// Has the libraries loaded that read sound files, while something else goes on here. Returns at once.
    public Beside<Boolean> prepareCodecs() {
        return Beside.begin("codecs", _ -> {
            CodecLibraries.load();
            return true;
        });
    }

    /// Has a worker process started, which makes ready while something else goes on here. Returns at once.
    public void prepareWorker() {
        workers.prepare();
    }

    Workers workers() {
        return workers;
    }

    /// What can run a network here, and why the others cannot; asks a worker the first time, which takes a second.
    public List<DeviceReport> devices() throws DeviceUnavailableException {
        return workers.devices().reports();
    }

    /// The most memory that a worker has held at once, in bytes; empty where the system does not tell, or none worked.
    public OptionalLong workerPeakBytes() {
        return workers.peakBytes();
    }

    /// Whether a worker will first unpack PyTorch's libraries, which takes some seconds.
    public boolean unpacksTorch() {
        return TorchEngine.unpacksInto(natives());
    }

    Path natives() {
        return folders.cache().resolve("natives");
    }

    public static int usualThreads() {
        return Runtime.getRuntime().availableProcessors();
    }

    public InstalledModel installed(String name) throws CheckpointException {
        return store().find(name).orElseThrow(() -> new CheckpointException(
                "The model %s is not installed; `unbraid models install %s` gets it, `unbraid models list` shows what there is."
                        .formatted(name, name)));
    }

    /// The installed models' networks, on the devices that are here.
    public WorkerBags bags() {
        return bags;
    }

    /// The models and devices as a session wants them.
    public Separators separators() {
        return separators;
    }

    /// Opens an empty session with a folder of its own in the user's cache.
    ///
    /// @param owner runs tasks on the thread that owns the session
    public Session openSession(Executor owner) throws IOException {
        Path folder = sessions().resolve(UUID.randomUUID().toString());
        own.add(folder);
        return new Session(folder, separators, owner, finished);
    }

    /// What is kept of separations, finished and not: where, how much, and how to be rid of it.
    public FinishedWork finishedWork() {
        return finished;
    }

    /// What this machine can do, as it was measured.
    public MachinePace pace() {
        return pace;
    }

    /// Says what separations will take.
    public Preflight preflight() {
        return new Preflight(pace, FreeMemory.ofThisMachine(), Optional.of(finished));
    }

    /// Says how many songs can be taken apart side by side.
    public Capacity capacity() {
        return new Capacity(pace, FreeMemory.ofThisMachine(), ProcessorCores.ofThisMachine());
    }

    private long keptBytes() {
        return new SettingsFile(folders).load().settings().separation().keptBytes();
    }

    /// What sessions that ended without closing have left, the newest first; [Session#recover] brings it back. What is
    /// not worth that is cleared away. Reads files, so not for the screen's thread.
    public List<Recoverable> recoverable() throws IOException {
        finished.tidyUp();
        return Recoverable.in(sessions(), own);
    }

    private Path sessions() {
        return folders.cache().resolve("sessions");
    }

    /// Ends the worker that stands ready. Those at work end with their networks, and all with this process.
    @Override
    public void close() {
        workers.close();
    }
}
