package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.ResamplingSource;
import dev.unbraid.separation.StemTape;

import java.io.Closeable;
import java.io.IOException;

/// A stem on its way from the network into its lane: a frame goes on as soon as no later pass can change it, at the
/// song's rate and in its length.
final class StemFlow implements StemTape, Closeable {
    private static final int BLOCK = 1 << 14;
    /// More than a resampler takes in before it gives a block: so many frames stay behind until the end.
    private static final int MARGIN_FRAMES = 1 << 15;

    private final Recording lane;
    private final PcmFile work;
    private final Length length;
    private final Final source;
    private final AudioSource converted;
    private final float[][] block;
    private Coverage settled = Coverage.NONE;

    /// @param modelFrames the mix at the model's rate
    /// @param songFrames  the mix at its own
    record Length(long modelFrames, long songFrames) {}

    /// @param lane the stem's, still empty
    /// @param work an empty file for the stem at the model's rate; closed with this
    /// @param spec the model's
    StemFlow(Recording lane, PcmFile work, AudioSpec spec, Length length) {
        this.lane = lane;
        this.work = work;
        this.length = length;
        source = new Final(work, spec, length.modelFrames());
        AudioSpec wanted = lane.asset().spec();
        converted = new ExactLength(
                new ResamplingSource(new FittedChannels(source, wanted.channels()), wanted.sampleRate()),
                length.songFrames());
        block = new float[wanted.channels()][BLOCK];
    }

    @Override
    public long frames() {
        return work.frames();
    }

    @Override
    public void read(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        work.read(startFrame, planes, offset, frames);
    }

    @Override
    public void write(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        work.write(startFrame, planes, offset, frames);
    }

    @Override
    public void settled(FrameRange range) throws IOException {
        settled = settled.with(range);
        source.end = settled.endFrom(0);
        pump();
    }

    private void pump() throws IOException {
        boolean ends = source.end == length.modelFrames();
        boolean sameRate = source.spec().sampleRate() == converted.spec().sampleRate();
        long margin = sameRate ? 1 : MARGIN_FRAMES;
        while (ends || source.end - source.at >= margin) {
            int read = converted.read(block, 0, BLOCK);
            if (read < 0) {
                return;
            }
            lane.write(block, 0, read);
        }
    }

    @Override
    public void close() throws IOException {
        converted.close();
        work.close();
    }

    /// The frames that are final, from the first on.
    private static final class Final implements AudioSource {
        private final PcmFile work;
        private final AudioSpec spec;
        private final long modelFrames;
        private long at;
        private long end;

        Final(PcmFile work, AudioSpec spec, long modelFrames) {
            this.work = work;
            this.spec = spec;
            this.modelFrames = modelFrames;
        }

        @Override
        public AudioSpec spec() {
            return spec;
        }

        @Override
        public int read(float[][] planes, int offset, int count) throws IOException {
            if (at == end) {
                if (end < modelFrames) {
                    throw new IllegalStateException("%d frames of %d are final, and more were asked for".formatted(end, modelFrames));
                }
                return -1;
            }
            int now = (int) Math.min(count, end - at);
            work.read(at, planes, offset, now);
            at += now;
            return now;
        }

        @Override
        public void close() {}
    }
}
