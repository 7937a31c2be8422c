package dev.unbraid.separation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A store in memory that knows what it was asked for.
public class MemorySegments implements SegmentStore {
    public final Map<SegmentKey, float[]> kept = new HashMap<>();
    /// These seem to be there, and are not.
    final Set<SegmentKey> damaged = new HashSet<>();
    final Set<SegmentKey> released = new HashSet<>();
    int puts;

    @Override
    public Set<Long> startFrames(int member) {
        Set<SegmentKey> keys = new HashSet<>(kept.keySet());
        keys.addAll(damaged);
        return keys.stream().filter(key -> key.member() == member).map(SegmentKey::startFrame).collect(Collectors.toSet());
    }

    @Override
    public boolean has(SegmentKey key) {
        return kept.containsKey(key);
    }

    @Override
    public void put(SegmentKey key, float[] output) {
        puts++;
        kept.put(key, output.clone());
    }

    @Override
    public void read(SegmentKey key, int lane, int offset, float[] to, int count) {
        if (released.contains(key)) {
            throw new IllegalStateException(key + " was released");
        }
        float[] output = Objects.requireNonNull(kept.get(key), key.toString());
        System.arraycopy(output, lane * key.frames() + offset, to, 0, count);
    }

    @Override
    public void release(SegmentKey key) {
        if (!released.add(key)) {
            throw new IllegalStateException(key + " was released twice");
        }
    }
}
