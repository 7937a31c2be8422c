package dev.unbraid.engine;

import dev.unbraid.compute.TorchEngine;
import dev.unbraid.compute.TorchOnDemand;
import dev.unbraid.htdemucs.HtDemucsBags;
import dev.unbraid.settings.EnvironmentFolder;
import dev.unbraid.worker.WorkerHost;

import java.nio.file.Path;

/// Entry point of a worker, which [WorkerCommand] starts.
public final class WorkerProcess {
    private WorkerProcess() {}

    /// @param args where the native libraries are unpacked, the processor threads, and where the libraries for GPUs are
    public static void main(String[] args) {
        HtDemucsBags.warmUp();
        Path natives = Path.of(args[0]);
        WorkerHost.run(() -> TorchNetworks.start(
                TorchOnDemand.choose(natives, Integer.parseInt(args[1]),
                        EnvironmentFolder.named(TorchEngine.LIBRARIES_VARIABLE), Path.of(args[2])),
                KnownPace.ofThisMachine(natives.resolveSibling("processor.properties"))));
    }
}
