package dev.unbraid.worker;

import dev.unbraid.compute.BatchSize;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Footing;
import dev.unbraid.separation.Loss;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.ModelUnavailableException.Reason;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A network that is open in a worker. Used by one thread at a time.
final class Hosted {
    private final Workers workers;
    private final Worker worker;
    private final Footing footing;
    private final NetworkShape shape;
    private final Exchange exchange;
    private int batch = 1;

    /// A worker and what the network shall run on there.
    private record Place(Worker worker, Footing footing) {}

    private Hosted(Workers workers, Place place, NetworkShape shape, Exchange exchange) {
        this.workers = workers;
        this.worker = place.worker();
        this.footing = place.footing();
        this.shape = shape;
        this.exchange = exchange;
    }

    /// @param lowered what to run on instead of the wished device, after losses
    static Hosted open(Workers workers, WorkerModel.Wish wish, Optional<Footing> lowered)
            throws WorkerLostException, ModelUnavailableException {
        Worker worker = workers.take();
        try {
            Footing footing = lowered.isPresent()
                    ? lowered.get()
                    : workers.devices(worker).resolve(wish.runOn());
            return open(workers, new Place(worker, footing), wish);
        } catch (DeviceUnavailableException e) {
            workers.putBack(worker);
            throw new ModelUnavailableException(Reason.DEVICE, String.valueOf(e.getMessage()), e);
        } catch (ModelUnavailableException e) {
            workers.putBack(worker);
            throw e;
        } catch (WorkerLostException | RuntimeException e) {
            workers.end(worker);
            throw e;
        }
    }

    private static Hosted open(Workers workers, Place place, WorkerModel.Wish wish)
            throws WorkerLostException, ModelUnavailableException {
        Duration patience = workers.launch().patience().opening();
        Request request = new Request.Open(new Opening(wish.checkpoint().toAbsolutePath().toString(), place.footing()));
        NetworkShape shape = switch (place.worker().ask(request, patience)) {
            case Answer.Opened(NetworkShape found, _) -> found;
            case Answer.Refused refused -> throw unavailable(refused);
            case Answer.Ready _, Answer.Mapped _, Answer.Separated _, Answer.CalledOff _, Answer.Closed _, Answer.Measured _ -> throw confused();
        };
        Exchange exchange;
        try {
            exchange = Exchange.create(workers.launch().folder(), shape, places(place.footing()));
        } catch (IOException e) {
            throw new ModelUnavailableException(
                    Reason.NO_ROOM, "There is no room in %s for the sound on its way to the network (%s).".formatted(
                            workers.launch().folder(), e.getMessage()), e);
        }
        try {
            switch (place.worker().ask(new Request.Map(exchange.file().toAbsolutePath().toString(), exchange.places()), patience)) {
                case Answer.Mapped _ -> exchange.unlink();
                case Answer.Refused refused -> throw fault(refused);
                case Answer.Ready _, Answer.Opened _, Answer.Separated _, Answer.CalledOff _, Answer.Closed _, Answer.Measured _ -> throw confused();
            }
        } catch (WorkerLostException | RuntimeException e) {
            exchange.close();
            throw e;
        }
        return new Hosted(workers, place, shape, exchange);
    }

    private static int places(Footing footing) {
        return switch (footing.device()) {
            case ComputeDevice.Cpu _ -> 1;
            case ComputeDevice.Cuda _ -> BatchSize.MOST;
        };
    }

    NetworkShape shape() {
        return shape;
    }

    Footing footing() {
        return footing;
    }

    /// As [dev.unbraid.separation.SegmentModel#batch].
    int batch() {
        return Math.min(batch, exchange.places());
    }

    /// As [dev.unbraid.separation.SegmentModel#separateUnless].
    ///
    /// @param patience for as many as the exchange has places for
    Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff, Duration patience)
            throws WorkerLostException {
        List<float[]> stems = new ArrayList<>();
        while (stems.size() < mixes.size()) {
            int end = Math.min(mixes.size(), stems.size() + exchange.places());
            Optional<List<float[]>> made = together(mixes.subList(stems.size(), end), calledOff, patience);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            stems.addAll(made.get());
        }
        return Optional.of(stems);
    }

    private Optional<List<float[]>> together(List<float[]> mixes, BooleanSupplier calledOff, Duration patience)
            throws WorkerLostException {
        exchange.putMixes(mixes);
        return switch (worker.ask(new Request.Separate(mixes.size()), patience, calledOff)) {
            case Answer.Separated(int next, _) -> {
                batch = next;
                yield Optional.of(exchange.stems(mixes.size()));
            }
            case Answer.CalledOff _ -> Optional.empty();
            case Answer.Refused refused -> throw fault(refused);
            case Answer.Ready _, Answer.Opened _, Answer.Mapped _, Answer.Closed _, Answer.Measured _ -> throw confused();
        };
    }

    /// Frees the network's memory; the worker waits for another.
    void close() {
        exchange.close();
        try {
            worker.ask(new Request.Close(), workers.launch().patience().least());
            workers.putBack(worker);
        } catch (WorkerLostException e) {
            // It was not needed any more.
            workers.end(worker);
        }
    }

    /// Ends the worker with all that it holds.
    void abandon() {
        exchange.close();
        workers.end(worker);
    }

    private static ModelUnavailableException unavailable(Answer.Refused refused) {
        Exception cause = switch (refused.why()) {
            case DEVICE -> new DeviceUnavailableException(refused.sentence(), new IllegalStateException(refused.details()));
            case FILES, OTHER -> new IllegalStateException(refused.details());
            case MEMORY, FAULT -> throw fault(refused);
        };
        Reason reason = switch (refused.why()) {
            case DEVICE -> Reason.DEVICE;
            case FILES -> Reason.FILES;
            case OTHER, MEMORY, FAULT -> Reason.OTHER;
        };
        return new ModelUnavailableException(reason, refused.sentence(), cause);
    }

    private static IllegalStateException fault(Answer.Refused refused) {
        return new IllegalStateException(refused.sentence(), new IllegalStateException(refused.details()));
    }

    private static WorkerLostException confused() {
        return new WorkerLostException(Loss.CRASHED, "It gave the answer to another question.");
    }
}
