package dev.unbraid.separation;

import java.io.IOException;

/// A whole track that can be read from anywhere.
public interface MixTape {
    long frames();

    /// Reads exactly `frames` frames, all of them inside the track, into `planes[channel][offset ..]`.
    void read(long startFrame, float[][] planes, int offset, int frames) throws IOException;
}
