package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

class FileNamesTest {
    @TempDir
    private Path folder;

    static Stream<String> names() {
        return Stream.of("with spaces and 'quotes'.wav", "Grüße aus Köln.wav", "绊.wav", "🎵 song 🎶.wav",
                "x".repeat(246) + ".wav", "100%d %s #1 [a]{b}*.wav", "a:b.wav", "concat:x.wav", "http:", "-i.wav",
                "no ending");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsANameAndNothingElse(String name) throws IOException {
        Path file;
        try {
            file = folder.resolve(name);
        } catch (InvalidPathException e) {
            assumeThat(e).as("this system has no such names").isNull();
            return;
        }
        float[][] planes = Sounds.chirp(1, 1000, 16);
        var format = new OutputFormat(Container.WAV, SampleFormat.PCM_16);
        try (AudioWriter writer = AudioFiles.create(file, format, new AudioSpec(44_100, 1), Tags.NONE)) {
            writer.write(planes, 0, 1000);
        }
        assertThat(file).exists();
        assertThat(Sounds.readAll(file)).isDeepEqualTo(planes);
    }
}
