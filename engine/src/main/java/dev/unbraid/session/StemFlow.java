package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.separation.StemTape;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// A stem on its way from the network into its lane: a frame goes on as soon as no segment can change it any more, and
/// as a draft before, in any order, at the song's rate and in its length.
final class StemFlow implements StemTape, Closeable {
    private final PcmFile work;
    private final StemFeed lane;

    /// @param modelFrames the mix at the model's rate
    /// @param songFrames  the mix at its own
    record Length(long modelFrames, long songFrames) {}

    /// @param name of the stem's files
    record Place(WorkFolder work, String name) {
        Path file(String ending) throws IOException {
            return work.file(name + ending);
        }
    }

    private StemFlow(PcmFile work, StemFeed lane) {
        this.work = work;
        this.lane = lane;
    }

    /// @param lane the stem's, still empty
    /// @param place for files at the model's rate
    /// @param spec the model's
    static StemFlow into(Recording lane, Place place, AudioSpec spec, Length length) throws IOException {
        PcmFile file = PcmFile.create(place.file(".f32"), spec.channels());
        try {
            RateChange rates = new RateChange(spec, lane.asset().spec());
            if (rates.isNone()) {
                return new StemFlow(file, new PlainFeed(new PcmTape(file), spec.channels(), lane));
            }
            PcmFile drafts = PcmFile.create(place.file("-drafts.f32"), spec.channels());
            return new StemFlow(file, new ResampledFeed(new PcmTape(file), drafts, lane, rates, length));
        } catch (IOException e) {
            file.close();
            throw e;
        }
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
        lane.settled(range);
    }

    @Override
    public void draft(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        lane.draft(startFrame, planes, offset, frames);
    }

    @Override
    public void close() throws IOException {
        lane.close();
        work.close();
    }
}
