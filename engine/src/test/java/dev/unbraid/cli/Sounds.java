package dev.unbraid.cli;

import dev.unbraid.audio.AudioSink;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.codec.Tags;

import java.io.IOException;
import java.nio.file.Path;

/// Sound files to work on.
final class Sounds {
    private Sounds() {}

    /// Two channels of a sine with this amplitude at 441 Hz, in float.
    static Path sine(Path file, int sampleRate, int frames, double amplitude) throws IOException {
        float[][] planes = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            planes[0][i] = planes[1][i] = (float) (amplitude * Math.sin(2 * Math.PI * 441 * i / sampleRate));
        }
        OutputFormat format = new OutputFormat(Container.WAV, SampleFormat.FLOAT_32);
        try (AudioSink sink = AudioFiles.create(file, format, new AudioSpec(sampleRate, 2), Tags.NONE)) {
            sink.write(planes, 0, frames);
        }
        return file;
    }
}
