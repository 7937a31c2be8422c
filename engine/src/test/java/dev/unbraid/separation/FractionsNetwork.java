package dev.unbraid.separation;

import dev.unbraid.audio.AudioSpec;

import java.util.List;

/// A toy in place of a network: every stem is a fixed fraction of the mix.
public class FractionsNetwork implements SegmentModel {
    private final AudioSpec spec;
    private final int segmentFrames;
    private final List<Float> fractions;
    boolean closed;

    FractionsNetwork(int segmentFrames, List<Float> fractions) {
        this(new AudioSpec(100, 2), segmentFrames, fractions);
    }

    public FractionsNetwork(AudioSpec spec, int segmentFrames, List<Float> fractions) {
        this.spec = spec;
        this.segmentFrames = segmentFrames;
        this.fractions = fractions;
    }

    @Override
    public List<String> stems() {
        return fractions.stream().map(fraction -> "stem" + fraction).toList();
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
        float[] output = new float[fractions.size() * mix.length];
        for (int stem = 0; stem < fractions.size(); stem++) {
            for (int i = 0; i < mix.length; i++) {
                output[stem * mix.length + i] = mix[i] * fractions.get(stem);
            }
        }
        return output;
    }

    @Override
    public void close() {
        closed = true;
    }
}
