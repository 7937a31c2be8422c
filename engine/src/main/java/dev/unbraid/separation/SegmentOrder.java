package dev.unbraid.separation;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/// Which segment is next: the ones that settle the frame in focus, then outward from there.
///
/// What the store has and what a network must make are asked for apart, for the one is joined while the other is made. One
/// network runs as long as it has work that is wanted as much as any, for opening another takes long. On the run's thread.
final class SegmentOrder {
    /// What lies behind the focus is heard only after a jump back.
    private static final long BEHIND = 3;

    private final ModelBag bag;
    private final List<SeparationPass> passes;
    private OptionalLong focus = OptionalLong.empty();

    SegmentOrder(ModelBag bag, List<SeparationPass> passes) {
        this.bag = bag;
        this.passes = List.copyOf(passes);
    }

    record Next(SeparationPass pass, int index) {
        SegmentKey key() {
            return pass.key(index);
        }
    }

    private record Candidate(Next next, long cost, long start) {
        boolean isBefore(Candidate other) {
            // Of those that hold the focus the one that reaches furthest ahead.
            return cost != other.cost ? cost < other.cost : start > other.start;
        }
    }

    /// What a network should make next; empty if the store seems to have all that is missing.
    ///
    /// @param open  the network that is open, if any
    /// @param taken what it will make anyhow
    Optional<Next> toMake(RunControl control, OptionalInt open, Set<SegmentKey> taken) {
        focus = control.focusFrame();
        int running = running(control.firstStems(), open);
        return first(focus, it -> !it.pass().isStored(it.index()) && it.pass().member() == running
                && (taken.isEmpty() || !taken.contains(it.key())));
    }

    /// What comes next of that which the store seems to have and which is not joined yet.
    Optional<Next> atHand(RunControl control) {
        OptionalLong jumped = control.jumpedTo();
        return first(jumped.isPresent() ? jumped : focus, it -> it.pass().isStored(it.index()));
    }

    private Optional<Next> first(OptionalLong around, Predicate<Next> wanted) {
        Optional<Candidate> best = Optional.empty();
        for (SeparationPass pass : passes) {
            for (int i = pass.nextMissing(0); i < pass.plan().segments(); i = pass.nextMissing(i + 1)) {
                Next next = new Next(pass, i);
                if (wanted.test(next)) {
                    Candidate candidate = candidate(next, around);
                    if (best.filter(it -> !candidate.isBefore(it)).isEmpty()) {
                        best = Optional.of(candidate);
                    }
                }
            }
        }
        return best.map(Candidate::next);
    }

    private static Candidate candidate(Next next, OptionalLong around) {
        SegmentPlan plan = next.pass().plan();
        long start = plan.start(next.index());
        return new Candidate(next, around.isPresent() ? distance(plan, next.index(), around.getAsLong()) : start, start);
    }

    /// Whether, for whoever listens at a frame now, a segment should be given up for another of the same network. Any
    /// thread.
    ///
    /// @param missing the other segments of its pass that nobody has
    static boolean isOvertaken(Next atWork, BitSet missing, long frame) {
        SegmentPlan plan = atWork.pass().plan();
        return distance(plan, atWork.index(), frame) != 0 && missing.stream().anyMatch(i -> distance(plan, i, frame) == 0);
    }

    private static long distance(SegmentPlan plan, int index, long focus) {
        return Math.max(0, Math.max(plan.start(index) - focus, BEHIND * (focus - plan.end(index) + 1)));
    }

    /// The network whose missing segments are due; any if none is missing.
    private int running(Set<String> firstStems, OptionalInt open) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (SeparationPass pass : passes) {
            int rank = rank(pass.member(), firstStems, open);
            if (rank < bestRank && !pass.unmade().isEmpty()) {
                best = pass.member();
                bestRank = rank;
            }
        }
        return best;
    }

    private int rank(int member, Set<String> firstStems, OptionalInt open) {
        boolean wanted = firstStems.isEmpty() || firstStems.stream().anyMatch(stem -> gives(member, stem));
        boolean isOpen = open.isPresent() && open.getAsInt() == member;
        return (wanted ? 0 : 2) + (isOpen ? 0 : 1);
    }

    private boolean gives(int member, String stem) {
        return bag.stems().contains(stem) && bag.share(member, stem) > 0;
    }
}
