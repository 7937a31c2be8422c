package dev.unbraid.separation;

import java.io.IOException;
import java.util.Arrays;

/// Joins overlapping segments, a stretch at a time, from what the store has of them.
///
/// The segments of a frame are added in the order of the track, whatever the order they came in, so that the sum has
/// the same bits every time. Holds a block, whatever the length of segments and track.
final class OverlapAdd {
    private final SegmentStore store;
    private final int channels;
    private final float[] shares;
    private final float[] output;

    /// @param most frames of a stretch
    OverlapAdd(SegmentStore store, int channels, int most) {
        this.store = store;
        this.channels = channels;
        shares = new float[most];
        output = new float[most];
    }

    /// Fills `sum[channel][0 .. frames)` with a stretch all of whose segments are in.
    ///
    /// @param place of the stem among those that the network's outputs keep
    void join(SeparationPass pass, int place, long startFrame, float[][] sum, int frames) throws IOException {
        for (float[] plane : sum) {
            Arrays.fill(plane, 0, frames, 0);
        }
        SegmentPlan plan = pass.plan();
        long end = startFrame + frames;
        for (int index = plan.firstOver(startFrame); index <= plan.lastOver(end - 1); index++) {
            Segment segment = plan.segment(index);
            long from = Math.max(startFrame, segment.range().start());
            int count = Math.toIntExact(Math.min(end, segment.range().end()) - from);
            int within = Math.toIntExact(from - segment.range().start());
            plan.shares(segment, within, shares, count);
            for (int channel = 0; channel < channels; channel++) {
                store.read(pass.key(index), place * channels + channel, segment.lead() + within, output, count);
                addShared(sum[channel], Math.toIntExact(from - startFrame), count);
            }
        }
    }

    private void addShared(float[] sum, int at, int count) {
        for (int i = 0; i < count; i++) {
            sum[at + i] += shares[i] * output[i];
        }
    }

    /// Fills `plane[channel][0 .. frames)` with what one segment alone says.
    void copy(SeparationPass pass, int place, int index, long startFrame, float[][] planes, int frames)
            throws IOException {
        Segment segment = pass.plan().segment(index);
        int offset = Math.toIntExact(startFrame - segment.context().start());
        for (int channel = 0; channel < channels; channel++) {
            store.read(pass.key(index), place * channels + channel, offset, planes[channel], frames);
        }
    }
}
