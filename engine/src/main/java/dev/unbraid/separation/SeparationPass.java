package dev.unbraid.separation;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/// One network over the whole track once, at one shift; fed segment by segment, in order.
final class SeparationPass {
    private final ModelBag bag;
    private final SegmentPlan plan;
    private final List<Integer> stems;
    private final int[] lanes;
    private final OverlapAdd joint;

    /// @param plan  where this pass cuts; begins below zero when shifted
    /// @param stems the wanted stems, as indices into the network's output
    SeparationPass(ModelBag bag, SegmentPlan plan, List<Integer> stems, OverlapAdd.Finished finished) {
        int channels = bag.spec().channels();
        this.bag = bag;
        this.plan = plan;
        this.stems = List.copyOf(stems);
        lanes = stems.stream()
                .flatMapToInt(stem -> IntStream.range(stem * channels, (stem + 1) * channels))
                .toArray();
        joint = new OverlapAdd(plan, lanes.length, finished);
    }

    void take(Segment segment, float[] output) throws IOException, BrokenOutputException {
        int wanted = bag.stems().size() * bag.spec().channels() * plan.segmentFrames();
        if (output.length != wanted) {
            throw new IllegalStateException("%s answered %d values for %d".formatted(bag.name(), output.length, wanted));
        }
        refuseBroken(segment, output);
        joint.add(segment, output, lanes);
    }

    private void refuseBroken(Segment segment, float[] output) throws BrokenOutputException {
        int width = bag.spec().channels() * plan.segmentFrames();
        for (int stem : stems) {
            for (int i = stem * width; i < (stem + 1) * width; i++) {
                if (!Float.isFinite(output[i])) {
                    double seconds = (double) Math.max(0, segment.range().start()) / bag.spec().sampleRate();
                    throw new BrokenOutputException(bag.stems().get(stem), seconds);
                }
            }
        }
    }
}
