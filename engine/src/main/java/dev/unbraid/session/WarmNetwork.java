package dev.unbraid.session;

import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Keeps the last network open for the next job, which mostly wants the same.
///
/// Threads of inference and of networks only: of one job that works, and of those that rest with a network in use.
final class WarmNetwork {
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Separators separators;
    private final Executor later;
    private Optional<Kept> kept = Optional.empty();
    private long usedNanos;

    /// A network that is open, whether jobs use it or may.
    private static final class Kept {
        private final String fingerprint;
        private final String device;
        private final SegmentModel network;
        private int users;
        private boolean cold;

        Kept(String fingerprint, String device, SegmentModel network) {
            this.fingerprint = fingerprint;
            this.device = device;
            this.network = network;
        }

        boolean is(String wantedFingerprint, String wantedDevice) {
            return fingerprint.equals(wantedFingerprint) && device.equals(wantedDevice);
        }

        /// It may run on less than it was asked to, and what it has to tell is another job's.
        boolean isSound() {
            return network.mishaps().isEmpty();
        }

        void closeIfUnused() {
            if (cold && users == 0) {
                network.close();
            }
        }
    }

    /// @param inference runs tasks on an inference thread, between jobs
    WarmNetwork(Separators separators, Executor inference) {
        this.separators = separators;
        later = CompletableFuture.delayedExecutor(IDLE_NANOS, TimeUnit.NANOSECONDS, inference);
    }

    /// As [Separators#open]; the network of a bag of one stays open when the run closes it.
    ///
    /// @param fingerprint of the model
    synchronized ModelBag bag(String model, String fingerprint, String device) throws ModelUnavailableException {
        ModelBag bag = separators.open(model, device);
        boolean fits = kept.filter(it -> it.is(fingerprint, device)).isPresent();
        if (!fits || bag.members().size() > 1) {
            cool();
        }
        if (bag.members().size() > 1) {
            return bag;
        }
        ModelBag.Member only = bag.members().getFirst();
        ModelBag.Opener opener = () -> borrow(only, fingerprint, device);
        return bag.withMembers(List.of(new ModelBag.Member(only.segmentFrames(), only.weights(), opener)));
    }

    private synchronized SegmentModel borrow(ModelBag.Member member, String fingerprint, String device)
            throws ModelUnavailableException {
        if (kept.filter(it -> it.is(fingerprint, device) && it.isSound()).isEmpty()) {
            cool();
            kept = Optional.of(new Kept(fingerprint, device, member.opener().open()));
        }
        Kept borrowed = kept.get();
        borrowed.users++;
        return new LentNetwork(borrowed.network, () -> giveBack(borrowed));
    }

    private synchronized void giveBack(Kept borrowed) {
        borrowed.users--;
        if (!borrowed.isSound()) {
            if (kept.filter(it -> it == borrowed).isPresent()) {
                kept = Optional.empty();
            }
            borrowed.cold = true;
        }
        borrowed.closeIfUnused();
    }

    /// The job is over: after a while without another, the network's memory is freed.
    synchronized void rest() {
        usedNanos = System.nanoTime();
        later.execute(this::coolIfIdle);
    }

    private synchronized void coolIfIdle() {
        if (System.nanoTime() - usedNanos >= IDLE_NANOS) {
            cool();
        }
    }

    /// Keeps it no longer; it closes once nobody uses it.
    synchronized void cool() {
        kept.ifPresent(it -> {
            it.cold = true;
            it.closeIfUnused();
        });
        kept = Optional.empty();
    }
}
