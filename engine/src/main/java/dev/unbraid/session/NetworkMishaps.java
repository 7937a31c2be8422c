package dev.unbraid.session;

import dev.unbraid.separation.Mishap;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What went wrong with the networks of one job and was made good. Kept on the thread of the job's networks, asked for on the
/// job's once they are closed.
final class NetworkMishaps {
    private final List<Mishap> mishaps = new ArrayList<>();
    private boolean fellBack;

    /// @return the same networks, which tell here
    ModelBag of(ModelBag bag) {
        return bag.withMembers(bag.members().stream()
                .map(it -> new ModelBag.Member(it.segmentFrames(), it.weights(), () -> new Watched(it.opener().open())))
                .toList());
    }

    List<Mishap> all() {
        return List.copyOf(mishaps);
    }

    /// [#all], to be told.
    List<Remark> remarks() {
        return mishaps.stream().<Remark>map(Remark.NetworkLost::new).toList();
    }

    /// Whether any segment was not made as the bag's identity says, so that its bits may be others.
    boolean fellBack() {
        return fellBack;
    }

    private final class Watched extends ForwardedNetwork {
        Watched(SegmentModel network) {
            super(network);
        }

        @Override
        public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
            Optional<List<float[]>> stems = super.separateUnless(mixes, calledOff);
            fellBack |= !runsAsAsked();
            return stems;
        }

        @Override
        public void close() {
            mishaps.addAll(super.mishaps());
            super.close();
        }
    }
}
