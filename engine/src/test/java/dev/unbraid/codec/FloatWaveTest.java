package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class FloatWaveTest {
    private static final OutputFormat FLOATS = new OutputFormat(Container.WAV, SampleFormat.FLOAT_32);

    @TempDir
    private Path folder;

    private static Tags tags() {
        return new Tags(Optional.of("Äther"), Optional.of("Nobody"), Optional.empty(), Optional.of("2026"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void filledInAnyOrderItIsTheSameFile(int channels) throws IOException {
        AudioSpec spec = new AudioSpec(44_100, channels);
        float[][] planes = Sounds.chirp(channels, 20_001, 24);
        Path written = folder.resolve("written.wav");
        try (AudioWriter writer = AudioFiles.create(written, FLOATS, spec, tags())) {
            writer.write(planes, 0, 20_001);
        }
        Path filled = folder.resolve("filled.wav");
        try (PcmFile frames = PcmFile.behind(filled, FloatWave.begin(filled, spec, tags()), channels)) {
            frames.write(9_000, planes, 9_000, 11_001);
            frames.write(0, planes, 0, 9_000);
        }
        FloatWave.complete(filled, spec);
        assertThat(filled).hasSameBinaryContentAs(written);
    }

    @Test
    void untilItIsCompleteItHoldsNothing() throws IOException {
        AudioSpec spec = new AudioSpec(44_100, 2);
        Path file = folder.resolve("a.wav");
        assertThat(FloatWave.begin(file, spec, Tags.NONE)).isEqualTo(Files.size(file));
        FloatWave.complete(file, spec);
        assertThat(WaveHeader.soundBytes(file)).hasValue(0);
    }

    @Test
    void aFileThatIsGoneIsASentence() {
        Path gone = folder.resolve("gone.wav");
        assertThatThrownBy(() -> FloatWave.complete(gone, new AudioSpec(44_100, 2)))
                .isInstanceOf(UnwritableAudioException.class)
                .hasMessage("%s cannot be written (No such file or directory). Check the folder and its permissions.".formatted(gone));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a hole in a file takes room there")
    void beyondFourGigabytesItIsRf64() throws IOException {
        assumeThat(Files.getFileStore(folder).getUsableSpace()).isGreaterThan(10L << 30);
        AudioSpec spec = new AudioSpec(44_100, 2);
        Path file = folder.resolve("a.wav");
        long frames = 540_000_000;
        try (PcmFile hole = PcmFile.behind(file, FloatWave.begin(file, spec, tags()), 2)) {
            hole.write(frames - 1, new float[][] {{0.25f}, {-0.25f}}, 0, 1);
        }
        FloatWave.complete(file, spec);
        // First, for the native library looks for minutes when this is wrong.
        assertThat(WaveHeader.soundBytes(file)).hasValue(frames * 2 * Float.BYTES);
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info().container()).isEqualTo("RF64");
            assertThat(reader.info().frames()).hasValue(frames);
            assertThat(reader.damage()).isEmpty();
        }
    }
}
