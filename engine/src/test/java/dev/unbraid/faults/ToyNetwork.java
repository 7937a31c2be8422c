package dev.unbraid.faults;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SegmentModel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A toy in the network's place: sums and products of floats, which every process rounds alike, so that what comes out
/// can be compared to the last bit. PyTorch does not promise that from one process to the next.
///
/// Its answer depends on all that it is shown and on the place in the segment. It takes a note of each segment that it
/// makes, and stands still where it is told to.
public final class ToyNetwork implements SegmentModel {
    public static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");
    public static final int SEGMENT_FRAMES = 22_050;

    private final AudioSpec spec;
    private final Home home;

    private ToyNetwork(AudioSpec spec, Home home) {
        this.spec = spec;
        this.home = home;
    }

    public static ModelBag bag() {
        Home home = Home.ofThisProcess();
        AudioSpec spec = new AudioSpec(home.rate(), 2);
        return ModelBag.of(Home.MODEL, spec, STEMS, SEGMENT_FRAMES, () -> new ToyNetwork(spec, home)).identifiedAs("toy");
    }

    @Override
    public List<String> stems() {
        return STEMS;
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
        return SEGMENT_FRAMES;
    }

    @Override
    public float[] separate(float[] mix) {
        try {
            while (home.isHeld()) {
                Thread.sleep(2);
            }
            Thread.sleep(home.pauseMillis());
            Files.write(home.diary(), new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        float[] output = new float[STEMS.size() * mix.length];
        for (int stem = 0; stem < STEMS.size(); stem++) {
            for (int at = 0; at < mix.length; at++) {
                float place = 0.5f + 0.5f * (at % SEGMENT_FRAMES) / SEGMENT_FRAMES;
                float mirror = mix[mix.length - 1 - at];
                output[stem * mix.length + at] = mix[at] * 0.2f * (stem + 1) * place + mirror * mix[at] * 0.01f;
            }
        }
        return output;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
