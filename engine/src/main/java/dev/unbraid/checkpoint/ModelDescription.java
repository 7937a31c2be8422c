package dev.unbraid.checkpoint;

import java.util.List;

/// A model that can be installed by its name.
///
/// @param sources the stems in the order of the network's outputs
/// @param licence what the weights may be used for, to be shown before they are fetched
public record ModelDescription(String name, String title, List<String> sources, List<ModelMember> members, String licence) {
    public ModelDescription {
        sources = List.copyOf(sources);
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException(name + " has no members");
        }
        for (ModelMember member : members) {
            if (member.weights().size() != sources.size()) {
                throw new IllegalArgumentException(name + " has weights for other than its sources");
            }
        }
    }

    /// @return bytes to fetch, approximately
    public long bytes() {
        return members.stream().mapToLong(member -> member.file().bytes()).sum();
    }
}
