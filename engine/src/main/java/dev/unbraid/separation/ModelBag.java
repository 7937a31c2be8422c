package dev.unbraid.separation;

import dev.unbraid.audio.AudioSpec;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Networks that answer the same question, and how much each one's answer counts for each stem.
///
/// A single network is a bag of one.
///
/// @param name    the model's name, as the user knows it
/// @param stems   what comes out, in the order of every member's output
/// @param spec    the one sample rate and channel count that all members take
/// @param members in the order they run; opened one after another
public record ModelBag(
        String name, Identity identity, List<String> stems, AudioSpec spec, List<Member> members) {
    /// Names what the outputs depend on besides the sound: the networks, the kind of device and its precision. Bags of the
    /// same name answer with the same bits.
    @FunctionalInterface
    public interface Identity {
        /// May wait until somebody has looked what device there is.
        ///
        /// @return empty if nobody knows
        Optional<String> name();
    }

    /// Opens a network when its turn comes, so that a bag never holds two in memory.
    @FunctionalInterface
    public interface Opener {
        SegmentModel open() throws ModelUnavailableException;

        /// Somebody will soon want it open: it may be opened meanwhile, on another thread. Returns at once.
        default void openAhead() {}
    }

    /// @param segmentFrames the length of its segments, known before it is opened
    /// @param weights       for each stem of the bag, at least 0
    public record Member(int segmentFrames, List<Double> weights, Opener opener) {
        public Member {
            weights = List.copyOf(weights);
            if (!weights.stream().allMatch(weight -> weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("weights " + weights);
            }
        }
    }

    public ModelBag {
        stems = List.copyOf(stems);
        members = List.copyOf(members);
        for (Member member : members) {
            if (member.weights().size() != stems.size()) {
                throw new IllegalArgumentException("%s: %d weights for %d stems"
                        .formatted(name, member.weights().size(), stems.size()));
            }
        }
        for (int stem = 0; stem < stems.size(); stem++) {
            if (total(members, stem) <= 0) {
                throw new IllegalArgumentException("%s: no member gives %s".formatted(name, stems.get(stem)));
            }
        }
    }

    /// With networks that nobody can tell from others: no output of theirs is worth keeping.
    public ModelBag(String name, List<String> stems, AudioSpec spec, List<Member> members) {
        this(name, Optional::empty, stems, spec, members);
    }

    /// These networks, under a name for what their outputs depend on.
    public ModelBag identifiedAs(String known) {
        return identifiedBy(() -> Optional.of(known));
    }

    /// As above with a name that may not be known yet.
    public ModelBag identifiedBy(Identity identity) {
        return new ModelBag(name, identity, stems, spec, members);
    }

    /// The same, opened in other ways.
    public ModelBag withMembers(List<Member> others) {
        return new ModelBag(name, identity, stems, spec, others);
    }

    public static ModelBag of(String name, AudioSpec spec, List<String> stems, int segmentFrames, Opener opener) {
        List<Double> ones = stems.stream().map(stem -> 1.0).toList();
        return new ModelBag(name, stems, spec, List.of(new Member(segmentFrames, ones, opener)));
    }

    /// Its first network will soon be wanted.
    public void openAhead() {
        members.getFirst().opener().openAhead();
    }

    /// Indices of the members that count for at least one of the wanted stems; the others need not run.
    public List<Integer> needed(Collection<String> wanted) {
        return IntStream.range(0, members.size())
                .filter(member -> wanted.stream().anyMatch(stem -> share(member, stem) > 0))
                .boxed()
                .toList();
    }

    /// The stems that a member has a share in, as indices into its output.
    List<Integer> stemsOf(int member) {
        return IntStream.range(0, stems.size()).filter(stem -> share(member, stems.get(stem)) > 0).boxed().toList();
    }

    /// How much of `stem` comes from a member; over all members it sums to 1.
    double share(int member, String stem) {
        int index = stems.indexOf(stem);
        if (index < 0) {
            throw new IllegalArgumentException("%s has no stem %s; it gives %s".formatted(name, stem, stems));
        }
        return members.get(member).weights().get(index) / total(members, index);
    }

    private static double total(List<Member> members, int stem) {
        return members.stream().mapToDouble(member -> member.weights().get(stem)).sum();
    }
}
