package dev.unbraid.separation;

import dev.unbraid.dsp.Peak;

import java.io.IOException;
import java.util.List;

/// Puts what networks give into the store: the stems that they have a share in, and no others.
final class SegmentOutputs {
    private final ModelBag bag;
    private final SegmentStore store;

    SegmentOutputs(ModelBag bag, SegmentStore store) {
        this.bag = bag;
        this.store = store;
    }

    /// @throws BrokenOutputException if it is not all numbers
    void put(SeparationPass pass, int index, SegmentRunner.Output made) throws IOException, BrokenOutputException {
        float[] output = made.values();
        Segment segment = pass.plan().segment(index);
        int width = bag.spec().channels() * pass.plan().segmentFrames();
        if (output.length != bag.stems().size() * width) {
            throw new IllegalStateException("%s answered %d values for %d"
                    .formatted(bag.name(), output.length, bag.stems().size() * width));
        }
        List<Integer> stems = bag.stemsOf(pass.member());
        for (int stem : stems) {
            refuseBroken(stem, segment, output, width);
        }
        float[] kept = kept(output, stems, width);
        if (made.asAsked()) {
            store.put(pass.key(index), kept);
        } else {
            store.putAside(pass.key(index), kept);
        }
    }

    private void refuseBroken(int stem, Segment segment, float[] output, int width) throws BrokenOutputException {
        if (!Float.isFinite(Peak.of(output, stem * width, width))) {
            double seconds = (double) Math.max(0, segment.range().start()) / bag.spec().sampleRate();
            throw new BrokenOutputException(bag.stems().get(stem), seconds);
        }
    }

    private float[] kept(float[] output, List<Integer> stems, int width) {
        if (stems.size() == bag.stems().size()) {
            return output;
        }
        float[] kept = new float[stems.size() * width];
        for (int place = 0; place < stems.size(); place++) {
            System.arraycopy(output, stems.get(place) * width, kept, place * width, width);
        }
        return kept;
    }
}
