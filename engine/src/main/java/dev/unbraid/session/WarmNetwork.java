package dev.unbraid.session;

import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Keeps the last network open for the next job, which mostly wants the same. Belongs to the inference thread.
final class WarmNetwork {
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Separators separators;
    private final Executor later;
    private Optional<Kept> kept = Optional.empty();
    private long usedNanos;

    private record Kept(String fingerprint, String device, SegmentModel network) {}

    /// @param inference runs tasks on the inference thread
    WarmNetwork(Separators separators, Executor inference) {
        this.separators = separators;
        later = CompletableFuture.delayedExecutor(IDLE_NANOS, TimeUnit.NANOSECONDS, inference);
    }

    /// As [Separators#open]; the network of a bag of one stays open when the run closes it.
    ///
    /// @param fingerprint of the model
    ModelBag bag(String model, String fingerprint, String device) throws ModelUnavailableException {
        ModelBag bag = separators.open(model, device);
        boolean fits = kept.filter(it -> it.fingerprint().equals(fingerprint) && it.device().equals(device)).isPresent();
        if (!fits || bag.members().size() > 1) {
            cool();
        }
        if (bag.members().size() > 1) {
            return bag;
        }
        ModelBag.Member only = bag.members().getFirst();
        ModelBag.Opener opener = () -> {
            if (kept.isEmpty()) {
                kept = Optional.of(new Kept(fingerprint, device, only.opener().open()));
            }
            return new Borrowed(kept.get().network());
        };
        return new ModelBag(bag.name(), bag.stems(), bag.spec(),
                List.of(new ModelBag.Member(only.segmentFrames(), only.weights(), opener)));
    }

    /// The job is over: after a while without another, the network's memory is freed.
    void rest() {
        usedNanos = System.nanoTime();
        later.execute(this::coolIfIdle);
    }

    private void coolIfIdle() {
        if (System.nanoTime() - usedNanos >= IDLE_NANOS) {
            cool();
        }
    }

    void cool() {
        kept.ifPresent(it -> it.network().close());
        kept = Optional.empty();
    }

    /// @param network closed by its owner
    private record Borrowed(SegmentModel network) implements SegmentModel {
        @Override
        public List<String> stems() {
            return network.stems();
        }

        @Override
        public int sampleRate() {
            return network.sampleRate();
        }

        @Override
        public int channels() {
            return network.channels();
        }

        @Override
        public int segmentFrames() {
            return network.segmentFrames();
        }

        @Override
        public float[] separate(float[] mix) {
            return network.separate(mix);
        }

        @Override
        public void close() {}
    }
}
