package dev.unbraid.dsp;

import dev.unbraid.audio.AudioSink;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;

/// Adds dither to what passes on its way to a sink that rounds.
public final class DitheringSink implements AudioSink {
    private static final int BLOCK_FRAMES = 4096;

    private final AudioSink sink;
    private final Dither dither;
    private final float[][] block;

    /// @param sink closed with this one
    public DitheringSink(AudioSink sink, Dither dither) {
        this.sink = sink;
        this.dither = dither;
        this.block = new float[sink.spec().channels()][BLOCK_FRAMES];
    }

    @Override
    public AudioSpec spec() {
        return sink.spec();
    }

    @Override
    public void write(float[][] planes, int offset, int frames) throws IOException {
        for (int done = 0; done < frames; ) {
            int length = Math.min(BLOCK_FRAMES, frames - done);
            for (int channel = 0; channel < block.length; channel++) {
                System.arraycopy(planes[channel], offset + done, block[channel], 0, length);
            }
            dither.addTo(block, 0, length);
            sink.write(block, 0, length);
            done += length;
        }
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
