package dev.unbraid.engine;

import dev.unbraid.compute.Devices;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.ProductRate;
import dev.unbraid.compute.TorchEngine;
import dev.unbraid.htdemucs.HtDemucsBags;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.worker.Networks;
import dev.unbraid.worker.Opening;

import java.nio.file.Path;

/// HTDemucs, as a worker hosts it.
final class TorchNetworks implements Networks {
    private final TorchEngine torch;

    TorchNetworks(TorchEngine torch) {
        this.torch = torch;
    }

    @Override
    public Devices devices() {
        return torch.devices();
    }

    @Override
    public double flopPerSecond(Footing footing) {
        return ProductRate.flopPerSecond(torch, footing);
    }

    @Override
    public SegmentModel open(Opening opening) throws ModelUnavailableException {
        torch.useThreads(opening.footing().threads());
        return HtDemucsBags.load(torch, opening.footing(), Path.of(opening.checkpoint()));
    }
}
