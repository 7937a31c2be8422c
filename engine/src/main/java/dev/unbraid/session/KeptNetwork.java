package dev.unbraid.session;

import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Keeps a model's network open from one job to the next, and as many of them as jobs run side by side. Any thread.
///
/// A bag of several never holds two in memory for one job, so each of its jobs opens them one after the other.
public final class KeptNetwork implements AutoCloseable {
    private final ModelBag bag;
    /// Those that nobody uses now. Guarded by itself.
    private final Deque<SegmentModel> idle = new ArrayDeque<>();
    /// The one that is being opened ahead of a job. Guarded as those.
    private Optional<CompletableFuture<SegmentModel>> coming = Optional.empty();

    public KeptNetwork(ModelBag bag) {
        this.bag = bag;
    }

    /// The same model, whose network is opened once for each of the jobs that run at the same time.
    public ModelBag bag() {
        if (bag.members().size() > 1) {
            return bag;
        }
        ModelBag.Member only = bag.members().getFirst();
        return bag.withMembers(List.of(new ModelBag.Member(only.segmentFrames(), only.weights(), new Lending(only.opener()))));
    }

    private final class Lending implements ModelBag.Opener {
        private final ModelBag.Opener opener;

        Lending(ModelBag.Opener opener) {
            this.opener = opener;
        }

        @Override
        public SegmentModel open() throws ModelUnavailableException {
            Optional<SegmentModel> kept = idle();
            SegmentModel lent = kept.isPresent() ? kept.get() : ahead(opener);
            return new LentNetwork(lent, () -> giveBack(lent));
        }

        @Override
        public void openAhead() {
            synchronized (idle) {
                if (idle.isEmpty() && coming.isEmpty()) {
                    CompletableFuture<SegmentModel> promised = new CompletableFuture<>();
                    coming = Optional.of(promised);
                    Thread.ofPlatform().name("network-ahead").daemon().start(() -> keep(promised, opener));
                }
            }
        }
    }

    private static void keep(CompletableFuture<SegmentModel> promise, ModelBag.Opener opener) {
        try {
            promise.complete(opener.open());
        } catch (ModelUnavailableException | RuntimeException | Error e) {
            promise.completeExceptionally(e);
        }
    }

    private Optional<SegmentModel> idle() {
        synchronized (idle) {
            return Optional.ofNullable(idle.poll());
        }
    }

    /// The one that is being opened, once it is, or another.
    private SegmentModel ahead(ModelBag.Opener opener) throws ModelUnavailableException {
        Optional<CompletableFuture<SegmentModel>> promised = takeComing();
        if (promised.isEmpty()) {
            return opener.open();
        }
        try {
            return promised.get().join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case ModelUnavailableException unavailable -> throw unavailable;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }

    private Optional<CompletableFuture<SegmentModel>> takeComing() {
        synchronized (idle) {
            Optional<CompletableFuture<SegmentModel>> taken = coming;
            coming = Optional.empty();
            return taken;
        }
    }

    private void giveBack(SegmentModel network) {
        if (!network.mishaps().isEmpty()) {
            // It may run on less than it was asked to, and its mishaps are this job's: the next begins with another.
            network.close();
            return;
        }
        synchronized (idle) {
            idle.push(network);
        }
    }

    /// Whatever went wrong with one, the next job begins with another. Those at work are closed when they are given back
    /// and this is called again.
    @Override
    public void close() {
        takeComing().ifPresent(it -> it.handle((network, _) -> {
            if (network != null) {
                network.close();
            }
            return true;
        }).join());
        List<SegmentModel> closing;
        synchronized (idle) {
            closing = new ArrayList<>(idle);
            idle.clear();
        }
        closing.forEach(SegmentModel::close);
    }
}
