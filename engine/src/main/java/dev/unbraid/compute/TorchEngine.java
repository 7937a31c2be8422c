package dev.unbraid.compute;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.unbraid.vector.VectorUnits;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The PyTorch runtime, of which a process has one: start it once, before anything else of this package.
public final class TorchEngine {
    /// The environment variable that names a folder of libraries to load instead of the program's.
    public static final String LIBRARIES_VARIABLE = Libtorch.VARIABLE;

    /// Of PyTorch's products.
    private static final double JAVA_ENOUGH = 0.85;

    private final Engine engine;
    private final Libtorch libtorch;
    private final Optional<CudaDriver> driver;

    /// Of one thread with PyTorch's products; 0: it was not asked for yet.
    private double float32FlopPerSecond;

    private TorchEngine(Engine engine, Libtorch libtorch, Optional<CudaDriver> driver) {
        this.engine = engine;
        this.libtorch = libtorch;
        this.driver = driver;
    }

    /// Loads the libraries that the environment names, or those for GPUs where there is one, or those of the program.
    ///
    /// @param cache   folder for the unpacked libraries of the program
    /// @param threads processor threads for one operation, at least 1
    /// @param named   what [#LIBRARIES_VARIABLE] names
    /// @param forGpus where the libraries for GPUs are if they are installed
    public static TorchEngine start(Path cache, int threads, Optional<Path> named, Path forGpus)
            throws DeviceUnavailableException {
        Optional<CudaDriver> driver = CudaDriver.ofThisMachine();
        return start(cache, threads, Libtorch.choose(named, forGpus, driver), driver);
    }

    /// Loads the libraries of the program; the first time they are unpacked into `cache`, some 450 MB.
    ///
    /// @param cache   folder for the unpacked libraries
    /// @param threads processor threads for one operation, at least 1
    public static TorchEngine start(Path cache, int threads) throws DeviceUnavailableException {
        return start(cache, threads, Libtorch.OF_THE_PROGRAM, CudaDriver.ofThisMachine());
    }

    private static TorchEngine start(Path cache, int threads, Libtorch libtorch, Optional<CudaDriver> driver)
            throws DeviceUnavailableException {
        // DJL reads these once, while its classes load. Offline also stops its usage statistics.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("DJL_CACHE_DIR", cache.toString());
        System.setProperty("ENGINE_CACHE_DIR", cache.toString());
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        libtorch.prefer();
        libtorch.record().ifPresent(LoadRecord::begin);
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            try (PtNDManager manager = (PtNDManager) engine.newBaseManager(Device.cpu())) {
                VectorMath.settle(manager);
            }
            libtorch.record().ifPresent(LoadRecord::succeed);
            return new TorchEngine(engine, libtorch, driver);
        } catch (EngineException | LinkageError e) {
            throw new DeviceUnavailableException(libtorch.fail(cache, e), e);
        }
    }

    /// Installed libraries that did not load are tried again by the next process.
    ///
    /// @param forGpus as [#start] takes it
    public static void tryAgain(Path forGpus) {
        new LoadRecord(forGpus).forget();
    }

    /// @return whether [#start] has to unpack the native libraries first, which takes some seconds
    public static boolean unpacksInto(Path cache) {
        return !Files.isDirectory(cache.resolve("pytorch"));
    }

    public String version() {
        return engine.getVersion();
    }

    /// Processor threads for one operation from now on, at least 1. On the thread that runs the networks.
    public void useThreads(int threads) {
        JniUtils.setNumThreads(threads);
    }

    /// Processor threads for one operation.
    int threads() {
        return JniUtils.getNumThreads();
    }

    /// @return every device that could run the network, and why the others cannot
    public Devices devices() {
        PrecisionProbe.Fastest fastest = new PrecisionProbe(this).fastest();
        float32FlopPerSecond = fastest.flopPerSecond();
        return new Devices(reports(fastest.precision()), fastest.precision(),
                VectorUnits.arePresent() ? Arithmetic.JAVA : Arithmetic.PYTORCH);
    }

    /// Whose products a network shall take. In Java they are as fast as a library's where there are vectors, and around them a
    /// network in Java takes less time; but if the compiler makes nothing of them, they are a thousand times as slow.
    public Arithmetic arithmetic(Footing footing) {
        boolean possible = VectorUnits.arePresent() && footing.device() instanceof ComputeDevice.Cpu
                && footing.precision() == Precision.FLOAT32;
        return possible && JavaProducts.flopPerSecond() >= JAVA_ENOUGH * float32FlopPerSecond
                ? Arithmetic.JAVA : Arithmetic.PYTORCH;
    }

    private List<DeviceReport> reports(Precision fastest) {
        List<DeviceReport> reports = new ArrayList<>();
        reports.add(new DeviceReport("cpu", DeviceReport.Usability.USABLE, "the processor, %d threads, PyTorch %s, fastest in %s"
                .formatted(threads(), version(), fastest)));
        reports.addAll(GpuReports.of(driver, libtorch));
        return List.copyOf(reports);
    }

    /// Memory of a device that nobody uses, in bytes; empty for the processor, and where the driver does not tell.
    public OptionalLong freeBytes(ComputeDevice device) {
        return switch (device) {
            case ComputeDevice.Cpu _ -> OptionalLong.empty();
            case ComputeDevice.Cuda(int index) -> driver.map(it -> it.freeBytes(index)).orElse(OptionalLong.empty());
        };
    }

    PtNDManager newManager(ComputeDevice device) {
        return (PtNDManager) engine.newBaseManager(switch (device) {
            case ComputeDevice.Cpu cpu -> Device.cpu();
            case ComputeDevice.Cuda cuda -> Device.gpu(cuda.index());
        });
    }
}
