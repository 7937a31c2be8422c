package dev.unbraid.mix;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.assets.AssetWriter;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.project.Strip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A song of noise in mapped files: an original and stems that are not its parts, so that one can tell them apart.
public final class TestSong {
    public static final int RATE = 44_100;

    private final AssetStore store;
    private final int rate;
    private final int frames;
    private final MixScene.Voice original;
    private final List<MixScene.Voice> stems = new ArrayList<>();
    private final List<AssetWriter> writers = new ArrayList<>();
    private final LaneMeter busMeter = new LaneMeter();
    private Strip bus = Strip.NEUTRAL;

    public TestSong(Path folder, int frames) throws IOException {
        this(folder, RATE, samples(2, frames, 7));
    }

    private TestSong(Path folder, int rate, float[][] planes) throws IOException {
        store = new AssetStore(folder);
        this.rate = rate;
        frames = planes[0].length;
        original = new MixScene.Voice(written(planes), Strip.NEUTRAL, busMeter);
    }

    /// One tone at half of full scale on both sides.
    public static TestSong tone(Path folder, int rate, int frames, double hz) throws IOException {
        float[] plane = new float[frames];
        for (int i = 0; i < frames; i++) {
            plane[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / rate));
        }
        return new TestSong(folder, rate, new float[][] {plane, plane});
    }

    /// Adds stems that are all there.
    public TestSong withStems(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            stems.add(new MixScene.Voice(noise(2, 100 + i), Strip.NEUTRAL, new LaneMeter()));
        }
        return this;
    }

    TestSong withMonoStem() throws IOException {
        stems.add(new MixScene.Voice(noise(1, 50), Strip.NEUTRAL, new LaneMeter()));
        return this;
    }

    /// Adds a stem of which nothing is there yet.
    TestSong withGrowingStem() throws IOException {
        AssetWriter writer = store.create(new AudioSpec(RATE, 2), frames);
        writers.add(writer);
        stems.add(new MixScene.Voice(writer.asset(), Strip.NEUTRAL, new LaneMeter()));
        return this;
    }

    /// Writes `count` frames of noise into the last growing stem.
    void grow(long start, int count) throws IOException {
        writers.getLast().write(start, samples(2, count, 900 + start), 0, count);
    }

    public TestSong strip(int stem, UnaryOperator<Strip> change) {
        MixScene.Voice voice = stems.get(stem);
        stems.set(stem, new MixScene.Voice(voice.sound(), change.apply(voice.strip()), voice.meter()));
        return this;
    }

    public TestSong bus(UnaryOperator<Strip> change) {
        bus = change.apply(bus);
        return this;
    }

    public TestSong withoutStems() {
        stems.clear();
        return this;
    }

    public MixScene scene() {
        return new MixScene(rate, original, stems, bus, busMeter);
    }

    /// The frames of a stem, `[2][count]`.
    float[][] stem(int index, long start, int count) {
        return read(stems.get(index).sound(), start, count);
    }

    float[][] original(long start, int count) {
        return read(original.sound(), start, count);
    }

    /// What neutral strips must give: the sum of some stems, rounded once.
    public float[][] sum(long start, int count, int... which) {
        float[][] sum = new float[2][count];
        float[][][] parts = Arrays.stream(which).mapToObj(it -> stem(it, start, count)).toArray(float[][][]::new);
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < count; i++) {
                double exactly = 0;
                for (float[][] part : parts) {
                    exactly += part[side][i];
                }
                sum[side][i] = (float) exactly;
            }
        }
        return sum;
    }

    private static float[][] read(AudioAsset sound, long start, int count) {
        float[][] planes = new float[2][count];
        sound.read(start, planes, 0, count);
        return sound.spec().channels() == 1 ? new float[][] {planes[0], planes[0]} : planes;
    }

    private AudioAsset noise(int channels, long seed) throws IOException {
        return written(samples(channels, frames, seed));
    }

    private AudioAsset written(float[][] planes) throws IOException {
        try (AssetWriter writer = store.create(new AudioSpec(rate, planes.length), frames)) {
            writer.write(0, planes, 0, frames);
            writer.finish();
            return writer.asset();
        }
    }

    /// On the grid of 24 bits and well below full scale, so that no way to a loudspeaker must round.
    private static float[][] samples(int channels, int frames, long seed) {
        Random random = new Random(seed);
        float[][] planes = new float[channels][frames];
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (random.nextInt(1 << 21) - (1 << 20)) / (float) (1 << 23);
            }
        }
        return planes;
    }
}
