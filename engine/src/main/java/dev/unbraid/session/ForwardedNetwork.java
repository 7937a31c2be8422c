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

    /// Goes through the [#separateUnless] of several segments, so that a subclass has but one thing to watch.
    @Override
    public final float[] separate(float[] mix) {
        return separateUnless(mix, () -> false).orElseThrow();
    }

    /// As above.
    @Override
    public final Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff) {
        return separateUnless(List.of(mix), calledOff).map(List::getFirst);
    }

    @Override
    public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
        return network.separateUnless(mixes, calledOff);
    }

    @Override
    public int batch() {
        return network.batch();
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
