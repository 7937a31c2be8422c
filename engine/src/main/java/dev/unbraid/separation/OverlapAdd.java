package dev.unbraid.separation;

import java.io.IOException;
import java.util.Arrays;

/// Joins overlapping segments into one stream and lets each frame go as soon as no later segment can change it.
///
/// Holds one segment of every lane (one channel of one stem); segments must come in order.
final class OverlapAdd {
    /// Takes finished frames, in order and without a gap; the arrays are borrowed.
    interface Finished {
        /// @param lanes `[lane][frame]`, the first `frames` frames valid
        void accept(long startFrame, float[][] lanes, int frames) throws IOException;
    }

    private final SegmentPlan plan;
    private final Finished finished;
    private final float[][] pending;
    private int next;

    OverlapAdd(SegmentPlan plan, int lanes, Finished finished) {
        this.plan = plan;
        this.finished = finished;
        pending = new float[lanes][plan.segmentFrames()];
    }

    /// @param output what the network made of `segment`: planar, `segmentFrames` a lane
    /// @param lanes  which lanes of `output` are wanted, one for each of ours
    void add(Segment segment, float[] output, int[] lanes) throws IOException {
        if (segment.index() != next) {
            throw new IllegalStateException("segment %d came when %d was due".formatted(segment.index(), next));
        }
        float[] shares = plan.shares(segment);
        for (int lane = 0; lane < pending.length; lane++) {
            float[] sum = pending[lane];
            int from = lanes[lane] * plan.segmentFrames() + segment.lead();
            for (int i = 0; i < shares.length; i++) {
                sum[i] += shares[i] * output[from + i];
            }
        }
        release(segment);
        next++;
    }

    private void release(Segment segment) throws IOException {
        int done = Math.toIntExact(plan.finalBefore(segment.index()) - segment.range().start());
        finished.accept(segment.range().start(), pending, done);
        for (float[] sum : pending) {
            System.arraycopy(sum, done, sum, 0, sum.length - done);
            Arrays.fill(sum, sum.length - done, sum.length, 0);
        }
    }
}
