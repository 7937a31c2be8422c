package dev.unbraid.separation;

import java.io.IOException;
import java.util.Set;

/// What networks made of the segments of one mix, whether this run had it made or an earlier one.
///
/// Used by one thread at a time; others, and other processes, may add to what it holds meanwhile.
public interface SegmentStore {
    /// The start frames of a network's segments that seem to be there, by a look that costs little; [#has] tells
    /// whether one is.
    Set<Long> startFrames(int member) throws IOException;

    /// Whether this output is there, whole and as it was put. One that is not counts as never put and goes.
    boolean has(SegmentKey key) throws IOException;

    /// Keeps an output, in place of what is there under that key.
    ///
    /// @param output `[lanes, frames]` planar, all of it finite; borrowed
    void put(SegmentKey key, float[] output) throws IOException;

    /// As [#put] for what is not what the networks of this store promise, because one ran on something else than it was asked
    /// to: it may have other bits, so no other run should take it for its own.
    default void putAside(SegmentKey key, float[] output) throws IOException {
        put(key, output);
    }

    /// Reads a stretch of one lane of an output that [#has], [#put] or [#putAside] has seen, into `to[0 .. count)`.
    ///
    /// @param offset the first frame, from the output's start
    void read(SegmentKey key, int lane, int offset, float[] to, int count) throws IOException;

    /// This run will not read it again; a store that is short of room may let it go.
    void release(SegmentKey key) throws IOException;
}
