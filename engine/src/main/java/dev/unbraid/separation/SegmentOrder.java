package dev.unbraid.separation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Which segment is next: the ones that settle the frame in focus, then those that the store has and that cost next
/// to nothing, then the others outward from the focus.
///
/// One network runs as long as it has work that is wanted as much as any, for opening another takes long.
final class SegmentOrder {
    /// What lies behind the focus is heard only after a jump back.
    private static final long BEHIND = 3;

    private final ModelBag bag;
    private final List<SeparationPass> passes;

    SegmentOrder(ModelBag bag, List<SeparationPass> passes) {
        this.bag = bag;
        this.passes = List.copyOf(passes);
    }

    record Next(SeparationPass pass, int index) {}

    private enum Urgency { IN_FOCUS, AT_HAND, REST }

    private record Candidate(SeparationPass pass, int index, Urgency urgency, long cost, long start) {
        boolean isBefore(Candidate other) {
            if (urgency != other.urgency) {
                return urgency.compareTo(other.urgency) < 0;
            }
            // Of those that hold the focus the one that reaches furthest ahead.
            return cost != other.cost ? cost < other.cost : start > other.start;
        }
    }

    /// @param open the network that is open, if any
    /// What comes next while a segment is missing.
    Next next(RunControl control, OptionalInt open) {
        OptionalLong focus = control.focusFrame();
        int running = running(control.firstStems(), open);
        Optional<Candidate> best = Optional.empty();
        for (SeparationPass pass : passes) {
            for (int i = pass.nextMissing(0); i < pass.plan().segments(); i = pass.nextMissing(i + 1)) {
                if (pass.isStored(i) || pass.member() == running) {
                    Candidate candidate = candidate(pass, i, focus);
                    if (best.filter(it -> !candidate.isBefore(it)).isEmpty()) {
                        best = Optional.of(candidate);
                    }
                }
            }
        }
        return best.map(it -> new Next(it.pass(), it.index()))
                .orElseThrow(() -> new IllegalStateException("all segments are in"));
    }

    /// Whether, for whoever listens at a frame now, a segment should be given up for another of the same network.
    boolean isOvertaken(Next atWork, long frame) {
        SeparationPass pass = atWork.pass();
        if (distance(pass.plan(), atWork.index(), frame) == 0) {
            return false;
        }
        return pass.indices().anyMatch(i ->
                pass.isMissing(i) && !pass.isStored(i) && distance(pass.plan(), i, frame) == 0);
    }

    private static Candidate candidate(SeparationPass pass, int index, OptionalLong focus) {
        long start = pass.plan().start(index);
        long cost = focus.isPresent() ? distance(pass.plan(), index, focus.getAsLong()) : start;
        boolean inFocus = focus.isPresent() && cost == 0;
        Urgency urgency = inFocus ? Urgency.IN_FOCUS : pass.isStored(index) ? Urgency.AT_HAND : Urgency.REST;
        return new Candidate(pass, index, urgency, cost, start);
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
            if (rank < bestRank && hasWork(pass)) {
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

    private static boolean hasWork(SeparationPass pass) {
        for (int i = pass.nextMissing(0); i < pass.plan().segments(); i = pass.nextMissing(i + 1)) {
            if (!pass.isStored(i)) {
                return true;
            }
        }
        return false;
    }
}
