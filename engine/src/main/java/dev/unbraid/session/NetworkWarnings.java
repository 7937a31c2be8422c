package dev.unbraid.session;

import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.util.ArrayList;
import java.util.List;

/// What the networks of one job have to tell, collected when they close. On the job's thread.
final class NetworkWarnings {
    private final List<String> sentences = new ArrayList<>();

    /// @return the same networks, which tell here
    ModelBag of(ModelBag bag) {
        List<ModelBag.Member> members = bag.members().stream()
                .map(it -> new ModelBag.Member(it.segmentFrames(), it.weights(), () -> open(it)))
                .toList();
        return bag.withMembers(members);
    }

    private SegmentModel open(ModelBag.Member member) throws ModelUnavailableException {
        SegmentModel network = member.opener().open();
        List<String> ofOthers = network.warnings();
        return new LentNetwork(network, () -> {
            network.warnings().stream().filter(it -> !ofOthers.contains(it)).forEach(sentences::add);
            network.close();
        });
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
