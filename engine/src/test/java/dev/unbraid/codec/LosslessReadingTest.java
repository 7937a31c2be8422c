package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

class LosslessReadingTest {
    // Four bytes a frame, hence an even number: the test's own Wave64 writer counts its padding to 8 bytes as sound.
    private static final int FRAMES = 30_002;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "wav, pcm_u8, 8, WAV, PCM 8-bit unsigned, 8",
        "wav, pcm_s16le, 16, WAV, PCM 16-bit, 16",
        "wav, pcm_s24le, 16, WAV, PCM 24-bit, 24",
        "wav, pcm_s32le, 16, WAV, PCM 32-bit, 32",
        "wav, pcm_f32le, 16, WAV, PCM 32-bit float, 32",
        "wav, pcm_f64le, 16, WAV, PCM 64-bit float, 64",
        "w64, pcm_s16le, 16, Wave64, PCM 16-bit, 16",
        "aiff, pcm_s16be, 16, AIFF, PCM 16-bit, 16",
        "aiff, pcm_s24be, 16, AIFF, PCM 24-bit, 24",
        "flac, flac, 16, FLAC, FLAC, 16",
        "ogg, flac, 16, Ogg, FLAC, 16",
        "ipod, alac, 16, MPEG-4, Apple Lossless (ALAC), 24",
    })
    void everySampleComesBack(String muxer, String codec, int signalBits, String container, String name, int bits)
            throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, signalBits);
        Path file = TestFile.write(folder.resolve("chirp"), muxer, codec, 44_100, planes);
        try (AudioReader reader = AudioFiles.open(file)) {
            AudioFileInfo info = reader.info();
            assertThat(info.container()).isEqualTo(container);
            assertThat(info.codec()).isEqualTo(name);
            assertThat(info.bitsPerSample()).isEqualTo(bits);
            assertThat(info.spec()).isEqualTo(new AudioSpec(44_100, 2));
            assertThat(info.frames()).hasValue(FRAMES);
            assertThat(Sounds.drain(reader)).isDeepEqualTo(planes);
            assertThat(reader.damage()).isEmpty();
        }
    }

    @Test
    void rf64IsReadAndNamed() throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        Path file = TestFile.at(folder.resolve("a.wav"), "wav").option("rf64", "always")
                .audio("pcm_s16le", 44_100, planes).write();
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info().container()).isEqualTo("RF64");
            assertThat(reader.info().frames()).hasValue(FRAMES);
            assertThat(Sounds.drain(reader)).isDeepEqualTo(planes);
        }
    }

    @ParameterizedTest
    @CsvSource({"flac, flac", "ipod, alac"})
    void all24BitsComeBack(String muxer, String codec) throws IOException {
        float[][] planes = Sounds.chirp(1, FRAMES, 24);
        Path file = TestFile.at(folder.resolve("a"), muxer).lossless24(codec, 44_100, planes).write();
        assertThat(Sounds.readAll(file)).isDeepEqualTo(planes);
    }

    @Test
    void floatsBeyondFullScaleStay() throws IOException {
        float[][] planes = {{0.1f, -3.75f, 2, 1e-20f}};
        assertThat(Sounds.readAll(TestFile.write(folder.resolve("a.wav"), "wav", "pcm_f32le", 48_000, planes)))
                .isDeepEqualTo(planes);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 48_000, 192_000})
    void everyRateIsReadAsItIs(int rate) throws IOException {
        Path file = TestFile.write(folder.resolve("a.flac"), "flac", "flac", rate, Sounds.chirp(1, 5000, 16));
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.spec()).isEqualTo(new AudioSpec(rate, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8, 11})
    void everyChannelStaysInItsPlace(int channels) throws IOException {
        float[][] planes = Sounds.chirp(channels, 5000, 16);
        Path file = TestFile.write(folder.resolve("a.wav"), "wav", "pcm_s16le", 44_100, planes);
        assertThat(Sounds.readAll(file)).isDeepEqualTo(planes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 441})
    void theShortestSoundsAreWhole(int frames) throws IOException {
        float[][] planes = Sounds.chirp(2, frames, 16);
        assertThat(Sounds.readAll(TestFile.write(folder.resolve("a.wav"), "wav", "pcm_s16le", 44_100, planes)))
                .isDeepEqualTo(planes);
        assertThat(Sounds.readAll(TestFile.write(folder.resolve("a.flac"), "flac", "flac", 44_100, planes)))
                .isDeepEqualTo(planes);
    }
}
