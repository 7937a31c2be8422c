package dev.unbraid.compute;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The PyTorch runtime, of which a process has one: start it once, before anything else of this package.
public final class TorchEngine {
    private final Engine engine;

    private TorchEngine(Engine engine) {
        this.engine = engine;
    }

    /// Loads the native libraries; the first time they are unpacked into `cache`, some 450 MB.
    ///
    /// @param cache   folder for the unpacked libraries
    /// @param threads processor threads for one operation, at least 1
    public static TorchEngine start(Path cache, int threads) throws DeviceUnavailableException {
        // DJL reads these once, while its classes load. Offline also stops its usage statistics.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("DJL_CACHE_DIR", cache.toString());
        System.setProperty("ENGINE_CACHE_DIR", cache.toString());
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            try (PtNDManager manager = (PtNDManager) engine.newBaseManager(Device.cpu())) {
                VectorMath.settle(manager);
            }
            return new TorchEngine(engine);
        } catch (EngineException | LinkageError e) {
            throw new DeviceUnavailableException(
                    "PyTorch's native libraries cannot be loaded from %s: %s. Free some space or delete that folder and try again."
                            .formatted(cache, e.getMessage()), e);
        }
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
        Precision fastest = new PrecisionProbe(this).fastest();
        return new Devices(reports(fastest), fastest);
    }

    private List<DeviceReport> reports(Precision fastest) {
        List<DeviceReport> reports = new ArrayList<>();
        reports.add(new DeviceReport("cpu", DeviceReport.Usability.USABLE, "the processor, %d threads, PyTorch %s, fastest in %s"
                .formatted(threads(), version(), fastest)));
        int gpus = engine.getGpuCount();
        for (int i = 0; i < gpus; i++) {
            reports.add(new DeviceReport("cuda:" + i, DeviceReport.Usability.USABLE, "NVIDIA GPU"));
        }
        if (gpus == 0) {
            reports.add(new DeviceReport("cuda", DeviceReport.Usability.NOT_USABLE,
                    "no NVIDIA GPU with a CUDA driver is visible to PyTorch, or these native libraries are for the processor only."));
        }
        return List.copyOf(reports);
    }

    PtNDManager newManager(ComputeDevice device) {
        return (PtNDManager) engine.newBaseManager(switch (device) {
            case ComputeDevice.Cpu cpu -> Device.cpu();
            case ComputeDevice.Cuda cuda -> Device.gpu(cuda.index());
        });
    }
}
