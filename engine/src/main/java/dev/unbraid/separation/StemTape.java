package dev.unbraid.separation;

import java.io.IOException;

/// Where a stem gathers: written once from start to end, then perhaps read back and written over by later runs.
public interface StemTape extends MixTape {
    /// Writes `frames` frames from `planes[channel][offset ..]`; the arrays are borrowed.
    void write(long startFrame, float[][] planes, int offset, int frames) throws IOException;
}
