package dev.unbraid.app.acceptance;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/// A network in miniature: four stems that are fractions of the mix, half a second at a time, each when it is let.
final class Miniature implements Separators {
    static final String NAME = "miniature";
    static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");
    static final float[] FRACTIONS = {0.5f, 0.25f, 0.125f, 0.125f};
    private static final AudioSpec SPEC = new AudioSpec(44_100, 2);
    private static final int SEGMENT_FRAMES = 22_050;

    private final Semaphore segments;

    private Miniature(int segments) {
        this.segments = new Semaphore(segments);
    }

    /// Runs through.
    static Miniature swift() {
        return new Miniature(1 << 20);
    }

    /// Stands before every segment until [#let] says how many more.
    static Miniature stepwise() {
        return new Miniature(0);
    }

    void let(int more) {
        segments.release(more);
    }

    void letAll() {
        let(1 << 20);
    }

    @Override
    public List<SeparatorModel> models() {
        return List.of(new SeparatorModel(NAME, "a network in miniature", STEMS, true, 0, "none", "miniature"));
    }

    @Override
    public List<SeparationDevice> devices() {
        return List.of(new SeparationDevice("auto", "the processor"), new SeparationDevice("cpu", "the processor"));
    }

    @Override
    public ModelBag open(String model, String device) {
        return ModelBag.of(NAME, SPEC, STEMS, SEGMENT_FRAMES, Network::new);
    }

    @Override
    public boolean install(String model, JobControl control) {
        return true;
    }

    @Override
    public SeparatorModel importFile(Path file) {
        return models().getFirst();
    }

    private final class Network implements SegmentModel {
        @Override
        public List<String> stems() {
            return STEMS;
        }

        @Override
        public int sampleRate() {
            return SPEC.sampleRate();
        }

        @Override
        public int channels() {
            return SPEC.channels();
        }

        @Override
        public int segmentFrames() {
            return SEGMENT_FRAMES;
        }

        @Override
        public float[] separate(float[] mix) {
            segments.acquireUninterruptibly();
            float[] stems = new float[STEMS.size() * mix.length];
            for (int i = 0; i < stems.length; i++) {
                stems[i] = FRACTIONS[i / mix.length] * mix[i % mix.length];
            }
            return stems;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
