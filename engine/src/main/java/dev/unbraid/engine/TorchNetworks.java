package dev.unbraid.engine;

import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Devices;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.ProcessorPace;
import dev.unbraid.compute.ProductRate;
import dev.unbraid.compute.TorchEngine;
import dev.unbraid.compute.TorchOnDemand;
import dev.unbraid.htdemucs.HtDemucsBags;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.worker.Networks;
import dev.unbraid.worker.Opening;

import java.nio.file.Path;
import java.util.Optional;

/// HTDemucs, as a worker hosts it.
final class TorchNetworks implements Networks {
    private final TorchOnDemand torch;
    private final Devices devices;

    private TorchNetworks(TorchOnDemand torch, Devices devices) {
        this.torch = torch;
        this.devices = devices;
    }

    /// Loads PyTorch now, if networks will need it or nobody knows yet.
    static TorchNetworks start(TorchOnDemand torch, KnownPace known) throws DeviceUnavailableException {
        Optional<ProcessorPace> recalled = known.recall();
        ProcessorPace pace = recalled.isPresent() ? recalled.get() : measured(torch, known);
        if (torch.isNeededFor(pace)) {
            torch.get();
        }
        return new TorchNetworks(torch, torch.devices(pace));
    }

    private static ProcessorPace measured(TorchOnDemand torch, KnownPace known) throws DeviceUnavailableException {
        ProcessorPace pace = torch.get().measure();
        known.keep(pace);
        return pace;
    }

    @Override
    public Devices devices() {
        return devices;
    }

    @Override
    public double flopPerSecond(Footing footing) throws DeviceUnavailableException {
        return ProductRate.flopPerSecond(torch.get(), footing);
    }

    @Override
    public SegmentModel open(Opening opening) throws ModelUnavailableException {
        Footing footing = opening.footing();
        return HtDemucsBags.load(() -> withThreads(footing.threads()), footing, devices.arithmetic(footing),
                Path.of(opening.checkpoint()));
    }

    private TorchEngine withThreads(int threads) throws DeviceUnavailableException {
        TorchEngine engine = torch.get();
        engine.useThreads(threads);
        return engine;
    }
}
