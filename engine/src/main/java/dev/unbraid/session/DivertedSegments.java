package dev.unbraid.session;

import dev.unbraid.separation.SegmentKey;
import dev.unbraid.separation.SegmentStore;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Keeps what is not what its store's name promises in another store. Used by one thread.
final class DivertedSegments implements SegmentStore {
    private final SegmentStore promised;
    private final SegmentStore other;
    private final BooleanSupplier diverts;
    private final Set<SegmentKey> diverted = new HashSet<>();

    /// @param promised for outputs that may be taken for each other's
    /// @param other    empty, for the rest
    /// @param diverts  asked when an output is put, whether it is of the rest
    DivertedSegments(SegmentStore promised, SegmentStore other, BooleanSupplier diverts) {
        this.promised = promised;
        this.other = other;
        this.diverts = diverts;
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
        if (diverts.getAsBoolean()) {
            diverted.add(key);
        } else {
            diverted.remove(key);
        }
        of(key).put(key, output);
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
