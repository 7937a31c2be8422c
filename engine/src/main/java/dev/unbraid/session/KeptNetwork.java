package dev.unbraid.session;

import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Keeps a model's network open from one job to the next, and as many of them as jobs run side by side. Any thread.
///
/// A bag of several never holds two in memory for one job, so each of its jobs opens them one after the other.
public final class KeptNetwork implements AutoCloseable {
    private final ModelBag bag;
    /// Those that nobody uses now. Guarded by itself.
    private final Deque<SegmentModel> idle = new ArrayDeque<>();

    public KeptNetwork(ModelBag bag) {
        this.bag = bag;
    }

    /// The same model, whose network is opened once for each of the jobs that run at the same time.
    public ModelBag bag() {
        if (bag.members().size() > 1) {
            return bag;
        }
        ModelBag.Member only = bag.members().getFirst();
        return bag.withMembers(List.of(new ModelBag.Member(only.segmentFrames(), only.weights(), () -> lend(only))));
    }

    private SegmentModel lend(ModelBag.Member member) throws ModelUnavailableException {
        SegmentModel kept;
        synchronized (idle) {
            kept = idle.poll();
        }
        SegmentModel network = kept == null ? member.opener().open() : kept;
        return new LentNetwork(network, () -> giveBack(network));
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
        List<SegmentModel> closing;
        synchronized (idle) {
            closing = new ArrayList<>(idle);
            idle.clear();
        }
        closing.forEach(SegmentModel::close);
    }
}
