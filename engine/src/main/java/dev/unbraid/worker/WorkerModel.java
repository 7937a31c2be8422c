package dev.unbraid.worker;

import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceMemoryException;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.separation.Loss;
import dev.unbraid.separation.Mishap;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.NetworkLostException;
import dev.unbraid.separation.SegmentModel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A network that runs in a worker. A worker that is lost is started again, on a humbler footing if need be, and the
/// segment repeated; what was made good is told in [#mishaps].
public final class WorkerModel implements SegmentModel {
    private final Workers workers;
    private final Wish wish;
    private final Mishaps mishaps = new Mishaps();
    private final NetworkShape shape;
    private Optional<Footing> lowered = Optional.empty();
    private Optional<Hosted> hosted = Optional.empty();
    private long usualNanos;

    /// @param checkpoint the network's file
    public record Wish(Path checkpoint, ComputeChoice runOn) {}

    private interface Work<T> {
        T with(Hosted network) throws WorkerLostException;
    }

    private WorkerModel(Workers workers, Wish wish) throws ModelUnavailableException {
        this.workers = workers;
        this.wish = wish;
        shape = insist(Hosted::shape);
    }

    /// Returns when the network is loaded.
    ///
    /// @throws ModelUnavailableException if its files or the device are not as they should be
    /// @throws NetworkLostException      if no worker could open it
    /// @throws DeviceMemoryException     if no device has the memory
    public static SegmentModel open(Workers workers, Wish wish) throws ModelUnavailableException {
        return new WorkerModel(workers, wish);
    }

    @Override
    public List<String> stems() {
        return shape.stems();
    }

    @Override
    public int sampleRate() {
        return shape.sampleRate();
    }

    @Override
    public int channels() {
        return shape.channels();
    }

    @Override
    public int segmentFrames() {
        return shape.segmentFrames();
    }

    @Override
    public List<Mishap> mishaps() {
        return mishaps.all();
    }

    @Override
    public boolean runsAsAsked() {
        return lowered.isEmpty();
    }

    /// @throws NetworkLostException  if no worker could do it
    /// @throws DeviceMemoryException if no device has the memory
    @Override
    public float[] separate(float[] mix) {
        return separateUnless(mix, () -> false).orElseThrow();
    }

    /// @throws NetworkLostException  if no worker could do it
    /// @throws DeviceMemoryException if no device has the memory
    @Override
    public Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff) {
        return separateUnless(List.of(mix), calledOff).map(List::getFirst);
    }

    /// @throws NetworkLostException  if no worker could do it
    /// @throws DeviceMemoryException if no device has the memory
    @Override
    public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
        for (float[] mix : mixes) {
            if (mix.length != shape.mixValues()) {
                throw new IllegalArgumentException("%d values for %d".formatted(mix.length, shape.mixValues()));
            }
        }
        try {
            return insist(network -> separate(network, mixes, calledOff));
        } catch (ModelUnavailableException e) {
            // It was there before: its file or its device went away meanwhile.
            throw new NetworkLostException(Loss.NOT_STARTED, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public int batch() {
        return hosted.map(Hosted::batch).orElse(1);
    }

    private Optional<List<float[]>> separate(Hosted network, List<float[]> mixes, BooleanSupplier calledOff)
            throws WorkerLostException {
        long startedNanos = System.nanoTime();
        Optional<List<float[]>> stems =
                network.separateUnless(mixes, calledOff, workers.launch().patience().forSegment(usualNanos));
        if (stems.isPresent()) {
            usualNanos = Math.max(usualNanos, System.nanoTime() - startedNanos);
        }
        return stems;
    }

    private <T> T insist(Work<T> work) throws ModelUnavailableException {
        int tries = 0;
        while (true) {
            tries++;
            try {
                return work.with(network());
            } catch (WorkerLostException e) {
                Footing footing = footing();
                abandon();
                switch (Fallback.after(e.loss(), footing, tries)) {
                    case Fallback.Again _ -> mishaps.again(e.loss(), footing);
                    case Fallback.Lower(Footing to) -> {
                        mishaps.lowered(e.loss(), footing, to);
                        lowered = Optional.of(to);
                        usualNanos = 0;
                        tries = 0;
                    }
                    case Fallback.GiveUp _ -> throw lost(e, footing);
                }
            }
        }
    }

    private Hosted network() throws WorkerLostException, ModelUnavailableException {
        if (hosted.isEmpty()) {
            hosted = Optional.of(Hosted.open(workers, wish, lowered));
        }
        return hosted.get();
    }

    /// A worker that was lost before it said what there is tells nothing of GPUs.
    private Footing footing() {
        return hosted.map(Hosted::footing).or(() -> lowered).orElseGet(() -> workers.known()
                .flatMap(devices -> devices.find(wish.runOn()))
                .orElseGet(() -> new Footing(new ComputeDevice.Cpu(), Precision.FLOAT32, wish.runOn().threads())));
    }

    static RuntimeException lost(WorkerLostException e, Footing footing) {
        return switch (e.loss()) {
            case DEVICE_MEMORY -> new DeviceMemoryException(String.valueOf(e.getMessage()), e);
            case KILLED, CRASHED, SILENT, NOT_STARTED ->
                new NetworkLostException(e.loss(), Mishaps.lastSentence(e.loss(), footing), e);
        };
    }

    private void abandon() {
        hosted.ifPresent(Hosted::abandon);
        hosted = Optional.empty();
    }

    @Override
    public void close() {
        hosted.ifPresent(Hosted::close);
        hosted = Optional.empty();
    }
}
