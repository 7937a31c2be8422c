package dev.unbraid.worker;

import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceMemoryException;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Devices;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.separation.Loss;
import dev.unbraid.separation.NetworkLostException;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// The worker processes of this one: those at work, and at most one that stands ready for a while. Any thread.
public final class Workers implements AutoCloseable {
    /// As long as the next network of a bag or the next file may take to come.
    private static final Duration AFTER_USE = Duration.ofSeconds(5);
    /// What stands for whatever a worker runs on that never said.
    private static final Footing UNKNOWN = new Footing(new ComputeDevice.Cpu(), Precision.FLOAT32, 1);

    private final WorkerLaunch launch;
    private final ReentrantLock looking = new ReentrantLock();
    private Optional<Worker> ready = Optional.empty();
    private Optional<Devices> devices = Optional.empty();
    private long readyUntilNanos;
    private long peakBytes;
    private boolean swept;

    public Workers(WorkerLaunch launch) {
        this.launch = launch;
    }

    WorkerLaunch launch() {
        return launch;
    }

    /// Has a worker ready soon, and returns at once. One that cannot start is told of when it is needed.
    public void prepare() {
        if (looking.isLocked()) {
            // Whoever looks for devices leaves a worker ready.
            return;
        }
        try {
            keep(take(), launch.linger());
        } catch (WorkerLostException e) {
            // The next one who takes a worker meets the same, and has somebody to tell.
        }
    }

    /// What the machine can run a network on; asks a worker the first time, which takes a second.
    ///
    /// @throws DeviceUnavailableException if what runs the networks cannot be loaded
    /// @throws NetworkLostException       if no worker starts
    public Devices devices() throws DeviceUnavailableException {
        Optional<Devices> known = known();
        if (known.isPresent()) {
            return known.get();
        }
        looking.lock();
        try {
            return known().isPresent() ? known().get() : lookedFor();
        } finally {
            looking.unlock();
        }
    }

    private Devices lookedFor() throws DeviceUnavailableException {
        for (int tries = 1;; tries++) {
            try {
                Worker worker = take();
                try {
                    return devices(worker);
                } finally {
                    keep(worker, launch.linger());
                }
            } catch (WorkerLostException e) {
                if (tries == Fallback.TRIES) {
                    throw new NetworkLostException(e.loss(), Mishaps.lastSentence(e.loss(), UNKNOWN), e);
                }
            }
        }
    }

    /// As far as any worker has told.
    synchronized Optional<Devices> known() {
        return devices;
    }

    /// How fast products are here, which a worker of its own measures: floating-point operations a second.
    ///
    /// @throws DeviceUnavailableException if what measures it cannot be loaded
    /// @throws NetworkLostException  if the worker is lost
    /// @throws DeviceMemoryException if the device has not the memory
    public double flopPerSecond(Footing footing) throws DeviceUnavailableException {
        Worker worker;
        try {
            worker = take();
        } catch (WorkerLostException e) {
            throw WorkerModel.lost(e, footing);
        }
        try {
            return switch (worker.ask(new Request.Measure(footing), launch.patience().opening())) {
                case Answer.Measured(double flopPerSecond) -> flopPerSecond;
                case Answer.Refused(Answer.Why why, String sentence, String details) when why == Answer.Why.DEVICE ->
                    throw new DeviceUnavailableException(sentence, new IllegalStateException(details));
                case Answer other -> throw new WorkerLostException(Loss.CRASHED, other.toString());
            };
        } catch (WorkerLostException e) {
            throw WorkerModel.lost(e, footing);
        } finally {
            // It holds what networks may never need.
            end(worker);
        }
    }

    /// What a worker said it can run networks on.
    Devices devices(Worker worker) throws WorkerLostException, DeviceUnavailableException {
        switch (worker.greeting()) {
            case Answer.Ready(Devices found, _) -> {
                synchronized (this) {
                    devices = Optional.of(found);
                }
                return found;
            }
            case Answer.Refused(Answer.Why why, String sentence, String details) when why == Answer.Why.DEVICE ->
                throw new DeviceUnavailableException(sentence, new IllegalStateException(details));
            case Answer.Refused(_, String sentence, String details) ->
                throw new WorkerLostException(Loss.NOT_STARTED, sentence + "\n" + details);
            case Answer.Opened _, Answer.Mapped _, Answer.Separated _, Answer.CalledOff _, Answer.Closed _, Answer.Measured _ ->
                throw new WorkerLostException(Loss.CRASHED, "It greeted with another answer.");
        }
    }

    /// One that nobody else uses; may still be starting.
    synchronized Worker take() throws WorkerLostException {
        sweep();
        Optional<Worker> waiting = ready.filter(Worker::isAlive);
        ready = Optional.empty();
        return waiting.isPresent() ? waiting.get() : Worker.start(launch, this::count);
    }

    private void sweep() {
        if (!swept) {
            swept = true;
            try {
                Exchange.sweep(launch.folder());
            } catch (IOException e) {
                // It takes a little room until the next start.
            }
        }
    }

    /// It has no network open any more.
    void putBack(Worker worker) {
        keep(worker, launch.linger().compareTo(AFTER_USE) < 0 ? launch.linger() : AFTER_USE);
    }

    private void keep(Worker worker, Duration linger) {
        synchronized (this) {
            if (ready.isEmpty() && worker.isAlive()) {
                ready = Optional.of(worker);
                readyUntilNanos = System.nanoTime() + linger.toNanos();
                CompletableFuture.delayedExecutor(linger.toMillis() + 1, TimeUnit.MILLISECONDS).execute(this::endIfIdle);
                return;
            }
        }
        worker.close();
    }

    /// It is lost, or not wanted any more.
    void end(Worker worker) {
        worker.close();
    }

    private synchronized void count(long bytes) {
        peakBytes = Math.max(peakBytes, bytes);
    }

    private void endIfIdle() {
        Optional<Worker> idle = Optional.empty();
        synchronized (this) {
            if (System.nanoTime() - readyUntilNanos >= 0) {
                idle = ready;
                ready = Optional.empty();
            }
        }
        idle.ifPresent(this::end);
    }

    /// The most memory that one of them has held at once, in bytes; empty where the system does not tell, or none ran.
    public synchronized OptionalLong peakBytes() {
        return peakBytes > 0 ? OptionalLong.of(peakBytes) : OptionalLong.empty();
    }

    /// What runs the networks has changed: the next worker is a new one, and says anew what devices there are. Those at work
    /// go on as they are.
    public void renew() {
        synchronized (this) {
            devices = Optional.empty();
        }
        close();
    }

    /// Ends the one that stands ready. Those at work end with whoever uses them, and all with this process.
    @Override
    public void close() {
        Optional<Worker> idle;
        synchronized (this) {
            idle = ready;
            ready = Optional.empty();
        }
        idle.ifPresent(this::end);
    }
}
