package dev.unbraid.session;

import dev.unbraid.separation.SegmentKey;
import dev.unbraid.separation.SegmentStore;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// Keeps in another store what is put aside. Used by one thread.
final class DivertedSegments implements SegmentStore {
    private final SegmentStore promised;
    private final SegmentStore other;
    private final Set<SegmentKey> diverted = new HashSet<>();

    /// @param promised for outputs that another run may take for its own
    /// @param other    empty, for the rest
    DivertedSegments(SegmentStore promised, SegmentStore other) {
        this.promised = promised;
        this.other = other;
    }

    private SegmentStore of(SegmentKey key) {
        return diverted.contains(key) ? other : promised;
    }

    @Override
    public Set<Long> startFrames(int member) throws IOException {
        Set<Long> starts = new HashSet<>(promised.startFrames(member));
        starts.addAll(other.startFrames(member));
        return Set.copyOf(starts);
    }

    @Override
    public boolean has(SegmentKey key) throws IOException {
        return of(key).has(key);
    }

    @Override
    public void put(SegmentKey key, float[] output) throws IOException {
        promised.put(key, output);
        diverted.remove(key);
    }

    @Override
    public void putAside(SegmentKey key, float[] output) throws IOException {
        other.put(key, output);
        diverted.add(key);
    }

    @Override
    public void read(SegmentKey key, int lane, int offset, float[] to, int count) throws IOException {
        of(key).read(key, lane, offset, to, count);
    }

    @Override
    public void release(SegmentKey key) throws IOException {
        of(key).release(key);
    }
}
