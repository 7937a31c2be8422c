package dev.unbraid.separation;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stems of a run as they come together from segments in any order.
final class Assembly {
    private final List<SeparationPass> passes;
    private final List<StemJoint> stems;
    private final SegmentStore store;
    /// How many passes have yet to use an output: two with the same shift share theirs.
    private final Map<SegmentKey, Integer> uses = new HashMap<>();

    Assembly(List<SeparationPass> passes, List<StemJoint> stems, SegmentStore store) {
        this.passes = List.copyOf(passes);
        this.stems = List.copyOf(stems);
        this.store = store;
        for (SeparationPass pass : passes) {
            pass.indices().forEach(index -> uses.merge(pass.key(index), 1, Integer::sum));
        }
    }

    /// The store has this segment's output: all frames that wait for it alone go to their tapes.
    void take(SeparationPass pass, int index) throws IOException {
        pass.take(index);
        for (StemJoint stem : stems) {
            stem.advance(pass, index);
        }
        for (SeparationPass held : passes) {
            for (int at = held.nextHeld(0); at >= 0; at = held.nextHeld(at + 1)) {
                releaseIfUsedUp(held, at);
            }
        }
    }

    private void releaseIfUsedUp(SeparationPass pass, int index) throws IOException {
        Segment segment = pass.plan().segment(index);
        if (stems.stream().allMatch(stem -> stem.isThrough(pass, segment.range()))) {
            pass.release(index);
            SegmentKey key = pass.key(index);
            if (uses.merge(key, -1, Integer::sum) == 0) {
                store.release(key);
            }
        }
    }
}
