package dev.unbraid.app.acceptance;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSink;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.Tags;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/// Songs made on the spot, `[2][frames]` at 44.1 kHz.
final class Sounds {
    static final int RATE = 44_100;
    static final AudioSpec SPEC = new AudioSpec(RATE, 2);
    static final OutputFormat FLOATS = OutputFormat.named("wav-32f").orElseThrow();

    private Sounds() {}

    /// A second of silence, one of a tone at half of full scale, one of silence.
    static Path toneBetweenSilences(Path file) throws IOException {
        float[][] planes = new float[2][3 * RATE];
        for (int i = RATE; i < 2 * RATE; i++) {
            planes[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / RATE));
            planes[1][i] = planes[0][i];
        }
        return write(file, planes);
    }

    /// Never silent, and no two stretches alike.
    static Path noise(Path file, double seconds) throws IOException {
        float[][] planes = new float[2][(int) (seconds * RATE)];
        Random random = new Random(7);
        for (float[] plane : planes) {
            // No mean: it would come back in every stem, and be no fraction of it.
            for (int i = 0; i < plane.length / 2; i++) {
                plane[i] = (random.nextInt(1 << 21) - (1 << 20)) * 0x1p-22f;
                plane[plane.length - 1 - i] = -plane[i];
            }
        }
        return write(file, planes);
    }

    static Path write(Path file, float[][] planes) throws IOException {
        try (AudioSink sink = AudioFiles.create(file, FLOATS, SPEC, Tags.NONE)) {
            sink.write(planes, 0, planes[0].length);
        }
        return file;
    }

    static float[][] read(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            int frames = Math.toIntExact(reader.info().frames().orElseThrow());
            float[][] planes = new float[2][frames];
            float[][] block = new float[2][RATE];
            int at = 0;
            for (int read = reader.read(block, 0, RATE); read >= 0; read = reader.read(block, 0, RATE)) {
                for (int side = 0; side < 2; side++) {
                    System.arraycopy(block[side], 0, planes[side], at, read);
                }
                at += read;
            }
            return planes;
        }
    }

    static float[][] read(AudioAsset sound) throws IOException {
        float[][] planes = new float[sound.spec().channels()][Math.toIntExact(sound.frames())];
        sound.read(0, planes, 0, planes[0].length);
        return planes;
    }
}
