package dev.unbraid.compute;

import dev.unbraid.compute.DeviceReport.Usability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The PyTorch of a process that may never need it: loaded it takes half a second and a quarter of a gigabyte. Of one thread.
public final class TorchOnDemand implements TorchSource {
    private final Path cache;
    private final int threads;
    private final Libtorch libtorch;
    private final Optional<CudaDriver> driver;
    private Optional<TorchEngine> engine = Optional.empty();

    private TorchOnDemand(Path cache, int threads, Libtorch libtorch, Optional<CudaDriver> driver) {
        this.cache = cache;
        this.threads = threads;
        this.libtorch = libtorch;
        this.driver = driver;
    }

    /// Chooses the libraries that the environment names, or those for GPUs where there is one, or those of the program.
    ///
    /// @param cache   folder for the unpacked libraries of the program
    /// @param threads processor threads for one operation, at least 1
    /// @param named   what [TorchEngine#LIBRARIES_VARIABLE] names
    /// @param forGpus where the libraries for GPUs are if they are installed
    /// @throws DeviceUnavailableException if the environment names something else
    public static TorchOnDemand choose(Path cache, int threads, Optional<Path> named, Path forGpus)
            throws DeviceUnavailableException {
        Optional<CudaDriver> driver = CudaDriver.ofThisMachine();
        return new TorchOnDemand(cache, threads, Libtorch.choose(named, forGpus, driver), driver);
    }

    /// Loads it the first time.
    @Override
    public TorchEngine get() throws DeviceUnavailableException {
        if (engine.isEmpty()) {
            engine = Optional.of(TorchEngine.start(cache, threads, libtorch, driver));
        }
        return engine.get();
    }

    /// Whether networks take it unless somebody asks for something else than what the processor is fastest with.
    public boolean isNeededFor(ProcessorPace pace) {
        return libtorch.folder().isPresent() || pace.precision() != Precision.FLOAT32 || pace.arithmetic() != Arithmetic.JAVA;
    }

    /// Every device that could run the network, and why the others cannot.
    ///
    /// @param pace of the processor
    public Devices devices(ProcessorPace pace) {
        List<DeviceReport> reports = new ArrayList<>();
        reports.add(new DeviceReport("cpu", Usability.USABLE, "the processor, %d threads, PyTorch %s, fastest in %s"
                .formatted(threads, Libtorch.VERSION, pace.precision())));
        reports.addAll(GpuReports.of(driver, libtorch));
        return new Devices(reports, pace);
    }
}
