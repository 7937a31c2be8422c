package dev.unbraid.separation;

import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;

import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;

/// One network over the track once, at one shift: which of its segments are in.
final class SeparationPass {
    private final int member;
    private final SegmentPlan plan;
    private final int lanes;
    private final int first;
    private final int last;
    private final BitSet in = new BitSet();
    private final BitSet stored = new BitSet();
    private final BitSet released = new BitSet();
    private Coverage complete = Coverage.NONE;

    /// @param plan   where this pass cuts; begins below zero when shifted
    /// @param lanes  that an output of the network keeps
    /// @param wanted frames of the track; what answers for none of them is left out
    SeparationPass(int member, SegmentPlan plan, int lanes, FrameRange wanted) {
        this.member = member;
        this.plan = plan;
        this.lanes = lanes;
        first = plan.firstOver(wanted.start());
        last = plan.lastOver(wanted.end() - 1);
    }

    int member() {
        return member;
    }

    SegmentPlan plan() {
        return plan;
    }

    SegmentKey key(int index) {
        return new SegmentKey(member, plan.segment(index).context().start(), lanes, plan.segmentFrames());
    }

    /// How many segments it takes.
    int segments() {
        return last - first + 1;
    }

    /// The segments it takes.
    IntStream indices() {
        return IntStream.rangeClosed(first, last);
    }

    /// @param startFrames of the outputs of this network that seem to be in the store
    void expect(Set<Long> startFrames) {
        for (int index = 0; index < plan.segments(); index++) {
            stored.set(index, startFrames.contains(plan.segment(index).context().start()));
        }
    }

    /// Whether the store seems to have it.
    boolean isStored(int index) {
        return stored.get(index);
    }

    void setStored(int index, boolean now) {
        stored.set(index, now);
    }

    /// The segments that are not in and that the store does not seem to have; the caller's.
    BitSet unmade() {
        BitSet unmade = new BitSet();
        unmade.set(first, last + 1);
        unmade.andNot(in);
        unmade.andNot(stored);
        return unmade;
    }

    /// The first segment from `index` on that is to be taken and not in; past the plan's end if all are.
    int nextMissing(int index) {
        int missing = in.nextClearBit(Math.max(first, index));
        return missing <= last ? missing : plan.segments();
    }

    /// The store has this segment's output now.
    void take(int index) {
        in.set(index);
        Coverage fresh = Coverage.of(plan.segment(index).range());
        for (int other = plan.firstNeighbour(index); other <= plan.lastNeighbour(index); other++) {
            if (!in.get(other)) {
                fresh = fresh.minus(Coverage.of(plan.segment(other).range()));
            }
        }
        for (FrameRange range : fresh.ranges()) {
            complete = complete.with(range);
        }
    }

    /// The frames all of whose segments are in.
    Coverage complete() {
        return complete;
    }

    /// A segment that is in and was not released, from `index` on; -1 if there is none.
    int nextHeld(int index) {
        for (int at = in.nextSetBit(index); at >= 0; at = in.nextSetBit(at + 1)) {
            if (!released.get(at)) {
                return at;
            }
        }
        return -1;
    }

    void release(int index) {
        released.set(index);
    }
}
