package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.util.BitSet;

/// Brings a stem to the sample rate of its lane, in blocks of a second: each is made as soon as all that its filter sees
/// has settled, and is the same in whatever order that came. Until then it is drafted from what is there.
final class ResampledFeed implements StemFeed {
    private final Tape tape;
    private final Recording lane;
    private final RateChange rates;
    private final StemFlow.Length length;
    /// The lane's blocks that are there to stay.
    private final BitSet done = new BitSet();
    private Coverage there = Coverage.NONE;

    /// @param settled where the stem is written
    /// @param drafts  an empty file; closed with this
    ResampledFeed(MixTape settled, PcmFile drafts, Recording lane, RateChange rates, StemFlow.Length length) {
        tape = new Tape(settled, drafts);
        this.lane = lane;
        this.rates = rates;
        this.length = length;
    }

    @Override
    public void settled(FrameRange range) throws IOException {
        tape.settled = tape.settled.with(range);
        there = there.with(range);
        refresh(range);
    }

    @Override
    public void draft(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        tape.drafts.write(startFrame, planes, offset, frames);
        FrameRange range = new FrameRange(startFrame, startFrame + frames);
        there = there.with(range);
        refresh(range);
    }

    private void refresh(FrameRange changed) throws IOException {
        int blockFrames = rates.to().sampleRate();
        FrameRange touched = rates.touched(changed).cutTo(new FrameRange(0, length.songFrames()));
        for (long start = touched.start() / blockFrames * blockFrames; start < touched.end(); start += blockFrames) {
            int block = Math.toIntExact(start / blockFrames);
            if (!done.get(block)) {
                FrameRange piece = new FrameRange(start, Math.min(start + blockFrames, length.songFrames()));
                done.set(block, make(piece));
            }
        }
    }

    /// @return whether it is there to stay
    private boolean make(FrameRange piece) throws IOException {
        FrameRange needed = rates.needed(piece).cutTo(new FrameRange(0, length.modelFrames()));
        if (tape.settled.holds(needed)) {
            rates.convert(tape, needed, piece, lane::write);
            return true;
        }
        for (FrameRange known : there.and(Coverage.of(needed)).ranges()) {
            FrameRange drafted = rates.lasting(known).cutTo(piece);
            if (drafted.length() > 0) {
                rates.convert(tape, known, drafted, lane::draft);
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        tape.drafts.close();
    }

    /// The stem as it is known: where nothing has settled, its draft.
    private static final class Tape implements MixTape {
        private final MixTape tape;
        private final PcmFile drafts;
        private Coverage settled = Coverage.NONE;

        Tape(MixTape tape, PcmFile drafts) {
            this.tape = tape;
            this.drafts = drafts;
        }

        @Override
        public long frames() {
            return tape.frames();
        }

        @Override
        public void read(long startFrame, float[][] planes, int offset, int frames) throws IOException {
            long end = startFrame + frames;
            for (long at = startFrame; at < end; ) {
                int place = offset + (int) (at - startFrame);
                long settledEnd = Math.min(end, settled.endFrom(at));
                if (settledEnd > at) {
                    tape.read(at, planes, place, (int) (settledEnd - at));
                    at = settledEnd;
                } else {
                    long draftEnd = Math.min(end, settled.nextAfter(at));
                    drafts.read(at, planes, place, (int) (draftEnd - at));
                    at = draftEnd;
                }
            }
        }
    }
}
