package dev.unbraid.compute;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// The PyTorch runtime, of which a process has one: start it once, before anything else of this package.
public final class TorchEngine {
    /// The environment variable that names a folder of libraries to load instead of the program's.
    public static final String LIBRARIES_VARIABLE = Libtorch.VARIABLE;

    private final Engine engine;
    private final Optional<CudaDriver> driver;

    private TorchEngine(Engine engine, Optional<CudaDriver> driver) {
        this.engine = engine;
        this.driver = driver;
    }

    /// Loads the libraries of the program; the first time they are unpacked into `cache`, some 450 MB.
    ///
    /// @param cache   folder for the unpacked libraries
    /// @param threads processor threads for one operation, at least 1
    public static TorchEngine start(Path cache, int threads) throws DeviceUnavailableException {
        return start(cache, threads, Libtorch.OF_THE_PROGRAM, CudaDriver.ofThisMachine());
    }

    static TorchEngine start(Path cache, int threads, Libtorch libtorch, Optional<CudaDriver> driver)
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
            return new TorchEngine(engine, driver);
        } catch (EngineException | LinkageError e) {
            throw new DeviceUnavailableException(libtorch.fail(cache, e), e);
        }
    }

    /// Installed libraries that did not load are tried again by the next process.
    ///
    /// @param forGpus where the libraries for GPUs are
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

    /// What networks are fastest with on the processor; takes half a second, on the thread that runs them.
    public ProcessorPace measure() {
        return new ProcessorProbe(this).measure();
    }

    /// Processor threads for one operation from now on, at least 1. On the thread that runs the networks.
    public void useThreads(int threads) {
        JniUtils.setNumThreads(threads);
    }

    /// Processor threads for one operation.
    int threads() {
        return JniUtils.getNumThreads();
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
