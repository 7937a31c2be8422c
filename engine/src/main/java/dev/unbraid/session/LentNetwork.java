package dev.unbraid.session;

import dev.unbraid.separation.SegmentModel;

import java.util.List;

/// A network that is somebody else's to close.
///
/// @param whenClosed called instead
record LentNetwork(SegmentModel network, Runnable whenClosed) implements SegmentModel {
    @Override
    public List<String> stems() {
        return network.stems();
    }

    @Override
    public int sampleRate() {
        return network.sampleRate();
    }

    @Override
    public int channels() {
        return network.channels();
    }

    @Override
    public int segmentFrames() {
        return network.segmentFrames();
    }

    @Override
    public float[] separate(float[] mix) {
        return network.separate(mix);
    }

    @Override
    public List<String> warnings() {
        return network.warnings();
    }

    @Override
    public void close() {
        whenClosed.run();
    }
}
