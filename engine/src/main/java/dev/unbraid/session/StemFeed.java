package dev.unbraid.session;

import dev.unbraid.audio.FrameRange;

import java.io.Closeable;
import java.io.IOException;

/// Brings a stem's frames into its lane, in whatever order they become known.
sealed interface StemFeed extends Closeable permits PlainFeed, ResampledFeed {
    /// These frames lie on the stem's tape and change no more; told once of each.
    void settled(FrameRange range) throws IOException;

    /// What these frames sound like for now; they are not on the tape. The arrays are borrowed.
    void draft(long startFrame, float[][] planes, int offset, int frames) throws IOException;
}
