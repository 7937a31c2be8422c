package dev.unbraid.separation;

import dev.unbraid.audio.FrameRange;

import java.io.IOException;

/// Where a stem gathers, stretch by stretch, in any order: each is written once, then perhaps read back and written
/// over by later passes.
public interface StemTape extends MixTape {
    /// Writes `frames` frames from `planes[channel][offset ..]`; the arrays are borrowed.
    void write(long startFrame, float[][] planes, int offset, int frames) throws IOException;

    /// These frames will not be written again. Told once for each frame of the track, after it was written.
    default void settled(FrameRange range) throws IOException {}

    /// What `frames` frames sound like until they are written: a neighbouring segment that is still to come will
    /// change them. Offered at most once for each frame, and only when the stem takes a single pass.
    ///
    /// @param planes `planes[channel][offset ..]`; borrowed
    default void draft(long startFrame, float[][] planes, int offset, int frames) throws IOException {}
}
