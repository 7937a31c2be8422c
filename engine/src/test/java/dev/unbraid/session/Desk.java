package dev.unbraid.session;

import dev.unbraid.audio.AudioSink;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.codec.Tags;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What the tests of this package share: sound files, a toy model whose stems are fractions of the mix, requests.
final class Desk {
    static final AudioSpec MODEL = new AudioSpec(44_100, 2);
    static final OutputFormat FLOATS = new OutputFormat(Container.WAV, SampleFormat.FLOAT_32);
    static final SeparateListener PATIENT = new SeparateListener() {
        @Override
        public void progress(SeparateProgress progress) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    private Desk() {}

    static ModelBag model(float... fractions) {
        return model(MODEL, fractions);
    }

    static ModelBag model(AudioSpec spec, float... fractions) {
        List<Float> parts = Stream.iterate(0, i -> i < fractions.length, i -> i + 1).map(i -> fractions[i]).toList();
        FractionsNetwork network = new FractionsNetwork(spec, 10_000, parts);
        return ModelBag.of("toy", spec, network.stems(), 10_000, () -> new FractionsNetwork(spec, 10_000, parts));
    }

    /// Noise without a mean: a mean comes back in every stem, as in the reference, and no fraction of it.
    static float[][] noise(int channels, int frames, float level) {
        Random random = new Random(3);
        float[][] planes = new float[channels][frames];
        for (float[] plane : planes) {
            for (int i = 0; i < frames / 2; i++) {
                plane[i] = (random.nextFloat() * 2 - 1) * level;
                plane[frames - 1 - i] = -plane[i];
            }
        }
        return planes;
    }

    static float[][] constant(int channels, int frames, float value) {
        float[][] planes = new float[channels][frames];
        for (float[] plane : planes) {
            Arrays.fill(plane, value);
        }
        return planes;
    }

    static Path wav(Path file, int rate, float[][] planes) throws IOException {
        return wav(file, rate, planes, Tags.NONE);
    }

    static Path wav(Path file, int rate, float[][] planes, Tags tags) throws IOException {
        try (AudioSink sink = AudioFiles.create(file, FLOATS, new AudioSpec(rate, planes.length), tags)) {
            sink.write(planes, 0, planes[0].length);
        }
        return file;
    }

    /// The same sound over and over.
    static Path wav(Path file, int rate, float[][] planes, int times) throws IOException {
        try (AudioSink sink = AudioFiles.create(file, FLOATS, new AudioSpec(rate, planes.length), Tags.NONE)) {
            for (int i = 0; i < times; i++) {
                sink.write(planes, 0, planes[0].length);
            }
        }
        return file;
    }

    static float[][] read(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            float[][] planes = new float[reader.spec().channels()][0];
            float[][] block = new float[planes.length][1 << 16];
            for (int read = reader.read(block, 0, 1 << 16); read >= 0; read = reader.read(block, 0, 1 << 16)) {
                for (int channel = 0; channel < planes.length; channel++) {
                    int before = planes[channel].length;
                    planes[channel] = Arrays.copyOf(planes[channel], before + read);
                    System.arraycopy(block[channel], 0, planes[channel], before, read);
                }
            }
            return planes;
        }
    }

    static SeparateRequest request(Path input, Path out, ModelBag bag) {
        return new SeparateRequest(
                input,
                new SeparateRequest.Separating(bag, SeparationSettings.DEFAULT),
                new StemSelection.Each(bag.stems()),
                new OutputPlace(out, NameTemplate.DEFAULT, OutputPlace.Existing.REFUSE),
                new OutputSound(FLOATS, OutputSound.Rate.MODEL, OutputSound.Clip.LINKED));
    }

    static SeparateRequest with(SeparateRequest request, OutputSound sound) {
        return new SeparateRequest(
                request.input(), request.separating(), request.selection(), request.place(), sound);
    }

    static SeparateRequest with(SeparateRequest request, OutputPlace place) {
        return new SeparateRequest(
                request.input(), request.separating(), request.selection(), place, request.sound());
    }

    static SeparateRequest with(SeparateRequest request, OutputPlace.Existing existing) {
        return with(request, new OutputPlace(request.place().folder(), request.place().names(), existing));
    }

    static SeparateRequest with(SeparateRequest request, StemSelection selection) {
        return new SeparateRequest(
                request.input(), request.separating(), selection, request.place(), request.sound());
    }

    static SeparateOutcome run(SeparateRequest request) throws Exception {
        return new SeparateJob(request, new TrackNames(), PATIENT).run();
    }

    static SeparateReport done(SeparateRequest request) throws Exception {
        return ((SeparateOutcome.Done) run(request)).report();
    }

    /// Everything below a folder, as names.
    static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
