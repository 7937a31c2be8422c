package dev.unbraid.separation;

import java.util.List;

/// A toy in place of a network: every stem is a fixed fraction of the mix.
class FractionsNetwork implements SegmentModel {
    private final int segmentFrames;
    private final List<Float> fractions;
    boolean closed;

    FractionsNetwork(int segmentFrames, List<Float> fractions) {
        this.segmentFrames = segmentFrames;
        this.fractions = fractions;
    }

    @Override
    public List<String> stems() {
        return fractions.stream().map(fraction -> "stem" + fraction).toList();
    }

    @Override
    public int sampleRate() {
        return 100;
    }

    @Override
    public int channels() {
        return 2;
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
