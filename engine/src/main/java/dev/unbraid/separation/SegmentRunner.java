package dev.unbraid.separation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Has a network make a segment's output and puts it into the store: the stems that it has a share in, and no others.
final class SegmentRunner implements AutoCloseable {
    private final ModelBag bag;
    private final SegmentReader reader;
    private final SegmentStore store;
    private final OpenNetwork network;

    SegmentRunner(ModelBag bag, SegmentReader reader, SegmentStore store) {
        this.bag = bag;
        this.reader = reader;
        this.store = store;
        network = new OpenNetwork(bag);
    }

    OpenNetwork network() {
        return network;
    }

    /// @param calledOff as [SegmentModel#separateUnless] asks it
    /// @return whether the store has it now
    boolean run(SeparationPass pass, int index, BooleanSupplier calledOff)
            throws IOException, ModelUnavailableException, BrokenOutputException {
        Segment segment = pass.plan().segment(index);
        Optional<float[]> output = network.of(pass.member()).separateUnless(reader.read(segment), calledOff);
        if (output.isPresent()) {
            keep(pass, index, output.get());
        }
        return output.isPresent();
    }

    private void keep(SeparationPass pass, int index, float[] output) throws IOException, BrokenOutputException {
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
        store.put(pass.key(index), kept(output, stems, width));
    }

    private void refuseBroken(int stem, Segment segment, float[] output, int width) throws BrokenOutputException {
        for (int i = stem * width; i < (stem + 1) * width; i++) {
            if (!Float.isFinite(output[i])) {
                double seconds = (double) Math.max(0, segment.range().start()) / bag.spec().sampleRate();
                throw new BrokenOutputException(bag.stems().get(stem), seconds);
            }
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

    @Override
    public void close() {
        network.close();
    }
}
