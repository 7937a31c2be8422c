package dev.unbraid.audio;

import java.io.Closeable;
import java.io.IOException;

/// A stream of frames, read once from start to end, by one thread at a time.
public interface AudioSource extends Closeable {
    AudioSpec spec();

    /// Reads up to `frames` frames into `planes[channel][offset ..]`; full scale is ±1.
    ///
    /// @return the frames read, at least 1, or -1 at the end
    /// @throws IOException if the rest cannot be read; the message is a sentence for the user
    int read(float[][] planes, int offset, int frames) throws IOException;
}
