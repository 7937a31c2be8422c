package dev.unbraid.faults;

import dev.unbraid.audio.AudioSink;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.codec.Tags;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A random song and a random wish what to do with it.
record RandomSong(Path file, int frames, List<String> options) {
    private static final List<Integer> RATES = List.of(44_100, 48_000, 22_050, 44_100);
    private static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");

    static RandomSong random(Path file, Random random, int leastSeconds) throws IOException {
        int rate = RATES.get(random.nextInt(RATES.size()));
        int frames = rate * leastSeconds + random.nextInt(rate * leastSeconds);
        AudioSpec spec = new AudioSpec(rate, 1 + random.nextInt(2));
        try (AudioSink sink =
                AudioFiles.create(file, new OutputFormat(Container.WAV, SampleFormat.FLOAT_32), spec, Tags.NONE)) {
            float[][] planes = new float[spec.channels()][frames];
            for (float[] plane : planes) {
                for (int i = 0; i < frames; i++) {
                    plane[i] = (float) random.nextGaussian() * 0.1f;
                }
            }
            sink.write(planes, 0, frames);
        }
        return new RandomSong(file, frames, options(random));
    }

    /// One minute of noise over and over, of which one stem is wanted.
    static RandomSong steady(Path file, int rate, int minutes) throws IOException {
        Random random = new Random(2);
        AudioSpec spec = new AudioSpec(rate, 1);
        float[][] minute = new float[1][60 * spec.sampleRate()];
        for (int i = 0; i < minute[0].length; i++) {
            minute[0][i] = (float) random.nextGaussian() * 0.1f;
        }
        try (AudioSink sink =
                AudioFiles.create(file, new OutputFormat(Container.WAV, SampleFormat.PCM_16), spec, Tags.NONE)) {
            for (int i = 0; i < minutes; i++) {
                sink.write(minute, 0, minute[0].length);
            }
        }
        return new RandomSong(file, minutes * minute[0].length, List.of("--stems", "vocals"));
    }

    private static List<String> options(Random random) {
        List<String> options = new ArrayList<>(List.of(
                "--shifts", Integer.toString(random.nextInt(3)), "--seed", Integer.toString(random.nextInt(1_000)),
                "--overlap", String.format(Locale.ROOT, "%.2f", 0.1 + 0.4 * random.nextDouble())));
        switch (random.nextInt(3)) {
            case 0 -> options.addAll(List.of("--stems", STEMS.get(random.nextInt(STEMS.size())) + ",vocals"));
            case 1 -> options.addAll(List.of("--two-stems", STEMS.get(random.nextInt(STEMS.size()))));
            default -> { }
        }
        return List.copyOf(options);
    }

    /// One processor thread, as sums over several may be in another order.
    List<String> separate(Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "separate", file.toString(), "--model", Home.MODEL, "--device", "cpu", "--threads", "1", "--json",
                "--out", out.toString()));
        arguments.addAll(options);
        arguments.addAll(List.of(more));
        return List.copyOf(arguments);
    }
}
