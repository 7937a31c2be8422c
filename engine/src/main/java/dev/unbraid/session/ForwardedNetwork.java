package dev.unbraid.session;

import dev.unbraid.separation.Mishap;
import dev.unbraid.separation.SegmentModel;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Another network, which a subclass watches or keeps.
class ForwardedNetwork implements SegmentModel {
    private final SegmentModel network;

    ForwardedNetwork(SegmentModel network) {
        this.network = network;
    }

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

    /// Goes through [#separateUnless], so that a subclass has but one thing to watch.
    @Override
    public final float[] separate(float[] mix) {
        return separateUnless(mix, () -> false).orElseThrow();
    }

    @Override
    public Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff) {
        return network.separateUnless(mix, calledOff);
    }

    @Override
    public List<Mishap> mishaps() {
        return network.mishaps();
    }

    @Override
    public boolean runsAsAsked() {
        return network.runsAsAsked();
    }

    @Override
    public void close() {
        network.close();
    }
}
