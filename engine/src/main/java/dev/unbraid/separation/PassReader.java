package dev.unbraid.separation;

import dev.unbraid.audio.FrameRange;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What each shifted pass alone says of a stem, joined from what a store still has.
final class PassReader {
    private static final int BLOCK = 1 << 14;

    private final List<List<StemJoint.Turn>> passes;
    private final SegmentStore store;
    private final OverlapAdd joint;
    private final float[][] block;
    private final long frames;

    /// @param passes for each shift the turns of all members; their gains as of a single pass
    /// @param frames of the track
    PassReader(List<List<StemJoint.Turn>> passes, SegmentStore store, int channels, long frames) {
        this.passes = passes;
        this.store = store;
        this.frames = frames;
        joint = new OverlapAdd(store, channels, BLOCK);
        block = new float[channels][BLOCK];
    }

    /// Whether the store seems to have all that is needed.
    boolean isThere() throws IOException {
        for (List<StemJoint.Turn> pass : passes) {
            for (StemJoint.Turn turn : pass) {
                Set<Long> starts = store.startFrames(turn.pass().member());
                if (!turn.pass().indices().allMatch(it -> starts.contains(turn.pass().key(it).startFrame()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Fills `planes[pass][channel][0 .. count)`, with silence before the track and after it.
    void read(long startFrame, float[][][] planes, int count) throws IOException {
        FrameRange there = new FrameRange(startFrame, startFrame + count).cutTo(new FrameRange(0, frames));
        for (int pass = 0; pass < planes.length; pass++) {
            for (float[] plane : planes[pass]) {
                Arrays.fill(plane, 0, count, 0);
            }
            for (StemJoint.Turn turn : passes.get(pass)) {
                for (long at = there.start(); at < there.end(); at += BLOCK) {
                    int now = (int) Math.min(BLOCK, there.end() - at);
                    joint.join(turn.pass(), turn.place(), at, block, now);
                    add(planes[pass], (int) (at - startFrame), turn.gain(), now);
                }
            }
        }
    }

    private void add(float[][] planes, int offset, float gain, int count) {
        for (int channel = 0; channel < planes.length; channel++) {
            for (int i = 0; i < count; i++) {
                planes[channel][offset + i] += gain * block[channel][i];
            }
        }
    }
}
