package dev.unbraid.audio;

import java.io.Closeable;
import java.io.IOException;

/// Takes a stream of frames, written once from start to end, by one thread at a time.
///
/// [#close()] completes the stream; a sink that is closed before its end must leave nothing behind that looks whole.
public interface AudioSink extends Closeable {
    AudioSpec spec();

    /// Writes `frames` frames from `planes[channel][offset ..]`; full scale is ±1. The arrays are borrowed.
    void write(float[][] planes, int offset, int frames) throws IOException;
}
