package dev.unbraid.htdemucs;

import dev.unbraid.separation.SegmentModel;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// HTDemucs as its hyper-parameters describe it, whatever computes it.
interface SpecifiedModel extends SegmentModel {
    HtDemucsSpec spec();

    @Override
    default List<String> stems() {
        return spec().sources();
    }

    @Override
    default int sampleRate() {
        return spec().sound().sampleRate();
    }

    @Override
    default int channels() {
        return spec().sound().audioChannels();
    }

    @Override
    default int segmentFrames() {
        return spec().sound().segmentFrames();
    }

    @Override
    default float[] separate(float[] mix) {
        return separateUnless(mix, () -> false).orElseThrow();
    }

    /// Here the one that works; [#separate] asks it.
    @Override
    Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff);
}
