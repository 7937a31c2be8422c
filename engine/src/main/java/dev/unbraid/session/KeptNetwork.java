package dev.unbraid.session;

import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.util.List;
import java.util.Optional;

/// Keeps a model's network open from one job to the next. One thread.
///
/// A bag of several never holds two in memory, so each of its jobs opens them one after the other.
public final class KeptNetwork implements AutoCloseable {
    private final ModelBag bag;
    private Optional<SegmentModel> open = Optional.empty();

    public KeptNetwork(ModelBag bag) {
        this.bag = bag;
    }

    /// The same model, whose network is opened once.
    public ModelBag bag() {
        if (bag.members().size() > 1) {
            return bag;
        }
        ModelBag.Member only = bag.members().getFirst();
        return bag.withMembers(List.of(new ModelBag.Member(only.segmentFrames(), only.weights(), () -> lend(only))));
    }

    private SegmentModel lend(ModelBag.Member member) throws ModelUnavailableException {
        SegmentModel network = open.isPresent() ? open.get() : member.opener().open();
        open = Optional.of(network);
        return new LentNetwork(network, () -> giveBack(network));
    }

    private void giveBack(SegmentModel network) {
        if (!network.mishaps().isEmpty()) {
            // It may run on less than it was asked to, and its mishaps are this job's: the next begins with another.
            close();
        }
    }

    /// Whatever went wrong with it, the next job begins with another.
    @Override
    public void close() {
        Optional<SegmentModel> closing = open;
        open = Optional.empty();
        closing.ifPresent(SegmentModel::close);
    }
}
