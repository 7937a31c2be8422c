package dev.unbraid.overview;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.assets.AssetWriter;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/// A sound on disk and its pyramid, fed side by side as an import does.
final class Sound implements AutoCloseable {
    private final AssetWriter writer;
    private final float[][] planes;
    final AudioAsset asset;
    final PeakPyramid peaks;

    Sound(AssetStore store, float[]... planes) throws IOException {
        this.planes = planes;
        writer = store.create(new AudioSpec(44_100, planes.length), planes[0].length);
        asset = writer.asset();
        peaks = new PeakPyramid(asset);
    }

    Sound add(int from, int to) throws IOException {
        peaks.add(from, planes, from, to - from);
        writer.write(from, planes, from, to - from);
        return this;
    }

    /// Puts in what is not yet as it will be.
    Sound draft(int from, int to) throws IOException {
        float[][] drafts = new float[planes.length][];
        for (int channel = 0; channel < planes.length; channel++) {
            drafts[channel] = noise(to - from, 1_000 + channel + from);
        }
        peaks.add(from, drafts, 0, to - from);
        writer.draft(from, drafts, 0, to - from);
        return this;
    }

    Sound whole() throws IOException {
        add(0, planes[0].length);
        writer.finish();
        return this;
    }

    void finish() throws IOException {
        writer.finish();
    }

    static float[] noise(int frames, long seed) {
        var random = new Random(seed);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = random.nextFloat() * 1.6f - 0.8f;
        }
        return noise;
    }

    /// @param cycles per frame
    static float[] sine(int frames, double cycles) {
        float[] sine = new float[frames];
        for (int i = 0; i < frames; i++) {
            sine[i] = (float) Math.sin(2 * Math.PI * cycles * i + 0.3);
        }
        return sine;
    }

    static float[] click(int frames, int at) {
        float[] click = new float[frames];
        Arrays.fill(click, at, at + 1, 1);
        return click;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
