package dev.unbraid.separation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Adds one run's frames, scaled, to the wanted stems.
final class StemMixdown implements OverlapAdd.Finished {
    /// The first run that reaches a stem writes it and brings the mean back; later ones add to it.
    enum Mode { WRITE, ADD }

    /// @param gain what this run's frames are multiplied by
    /// @param base what a first run adds to them: the track's mean
    record Lane(StemTape tape, Mode mode, float gain, float base) {}

    private static final int BLOCK = 1 << 14;

    private final List<Lane> lanes;
    private final float[][] block;

    StemMixdown(List<Lane> lanes, int channels) {
        this.lanes = List.copyOf(lanes);
        block = new float[channels][BLOCK];
    }

    @Override
    public void accept(long startFrame, float[][] finished, int frames) throws IOException {
        // Frames before the track are the padding of a shifted run.
        for (int at = Math.clamp(-startFrame, 0, frames); at < frames; at += BLOCK) {
            int count = Math.min(BLOCK, frames - at);
            for (int lane = 0; lane < lanes.size(); lane++) {
                StemTape tape = lanes.get(lane).tape();
                prepare(lanes.get(lane), startFrame + at, count);
                for (int channel = 0; channel < block.length; channel++) {
                    float[] plane = finished[lane * block.length + channel];
                    addScaled(block[channel], plane, at, count, lanes.get(lane).gain());
                }
                tape.write(startFrame + at, block, 0, count);
            }
        }
    }

    private void prepare(Lane lane, long startFrame, int count) throws IOException {
        switch (lane.mode()) {
            case WRITE -> {
                for (float[] plane : block) {
                    Arrays.fill(plane, 0, count, lane.base());
                }
            }
            case ADD -> lane.tape().read(startFrame, block, 0, count);
        }
    }

    private static void addScaled(float[] sum, float[] plane, int at, int count, float gain) {
        for (int i = 0; i < count; i++) {
            sum[i] += plane[at + i] * gain;
        }
    }
}
