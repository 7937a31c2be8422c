package dev.unbraid.separation;

import dev.unbraid.audio.FrameRange;

import java.io.IOException;

/// Cuts segments out of a mix and brings them to the level the network knows.
///
/// Each call stands alone, so another thread may read ahead.
final class SegmentReader {
    private final MixTape mix;
    private final MixLevel level;
    private final int channels;

    SegmentReader(MixTape mix, MixLevel level, int channels) {
        this.mix = mix;
        this.level = level;
        this.channels = channels;
    }

    /// @return `[channels, context]` planar: real neighbouring audio around the segment, zeros where there is no track
    float[] read(Segment segment) throws IOException {
        FrameRange context = segment.context();
        int width = Math.toIntExact(context.length());
        long start = Math.clamp(context.start(), 0, mix.frames());
        long end = Math.clamp(context.end(), 0, mix.frames());
        int frames = Math.toIntExact(end - start);
        float[][] planes = new float[channels][frames];
        mix.read(start, planes, 0, frames);
        float[] input = new float[channels * width];
        int lead = Math.toIntExact(start - context.start());
        float mean = (float) level.mean();
        float scale = (float) level.scale();
        for (int channel = 0; channel < channels; channel++) {
            int at = channel * width + lead;
            for (int i = 0; i < frames; i++) {
                input[at + i] = (planes[channel][i] - mean) / scale;
            }
        }
        return input;
    }
}
