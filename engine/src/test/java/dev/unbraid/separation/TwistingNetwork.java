package dev.unbraid.separation;

import dev.unbraid.audio.AudioSpec;

import java.util.List;

/// A toy whose answer depends on the place in the segment and on all that it is shown, so that no order of additions
/// and no other segment would give the same bits by chance.
public class TwistingNetwork implements SegmentModel {
    private final AudioSpec spec;
    private final int segmentFrames;
    private final List<String> stems;
    private final float tilt;
    private final List<Integer> asked;

    /// @param asked takes a note for each segment
    public TwistingNetwork(AudioSpec spec, int segmentFrames, List<String> stems, float tilt, List<Integer> asked) {
        this.spec = spec;
        this.segmentFrames = segmentFrames;
        this.stems = stems;
        this.tilt = tilt;
        this.asked = asked;
    }

    @Override
    public List<String> stems() {
        return stems;
    }

    @Override
    public int sampleRate() {
        return spec.sampleRate();
    }

    @Override
    public int channels() {
        return spec.channels();
    }

    @Override
    public int segmentFrames() {
        return segmentFrames;
    }

    @Override
    public float[] separate(float[] mix) {
        asked.add(asked.size());
        float[] output = new float[stems.size() * mix.length];
        for (int stem = 0; stem < stems.size(); stem++) {
            for (int at = 0; at < mix.length; at++) {
                float ramp = (float) (at % segmentFrames) / segmentFrames;
                float mirror = mix[mix.length - 1 - at];
                output[stem * mix.length + at] = (float) Math.sin(mix[at] * (stem + 1) + tilt) * (0.3f + ramp)
                        + tilt * mirror;
            }
        }
        return output;
    }

    @Override
    public void close() {}
}
