package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What can be read is read, in its place, and the reader says what it met.
class DamagedFilesTest {
    private static final int FRAMES = 100_000;

    @TempDir
    private Path folder;

    private record Result(AudioFileInfo info, float[][] planes, List<String> warnings) {}

    private static Result read(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            float[][] planes = Sounds.drain(reader);
            return new Result(reader.info(), planes, reader.damage().stream().map(Damage::sentence).toList());
        }
    }

    private static void assertBegins(float[][] original, float[][] read) {
        for (int channel = 0; channel < read.length; channel++) {
            assertThat(read[channel]).isEqualTo(Arrays.copyOf(original[channel], read[channel].length));
        }
    }

    @ParameterizedTest
    @CsvSource({"wav, pcm_s16le", "w64, pcm_s16le", "aiff, pcm_s16be", "flac, flac"})
    void whatIsLeftOfALosslessFileIsExact(String muxer, String codec) throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        Path file = TestFile.write(folder.resolve("a"), muxer, codec, 44_100, planes);
        byte[] bytes = Files.readAllBytes(file);
        Result result = read(Files.write(file, Arrays.copyOf(bytes, bytes.length * 6 / 10)));
        assertThat(result.planes[0].length).isBetween(FRAMES / 2, FRAMES * 6 / 10 + 1000);
        assertBegins(planes, result.planes);
        assertThat(result.warnings).singleElement().asString()
                .startsWith(file + " ends at 0:00:01.").contains("but says that it lasts until 0:00:02.267");
    }

    @ParameterizedTest
    @CsvSource({"mp3, libmp3lame, ''", "ipod, aac, +faststart"})
    void whatIsLeftOfALossyFileIsHeardInItsPlace(String muxer, String codec, String flags) throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        TestFile made = TestFile.at(folder.resolve("a"), muxer);
        if (!flags.isEmpty()) {
            made.option("movflags", flags);
        }
        Path file = made.audio(codec, 44_100, planes).write();
        byte[] bytes = Files.readAllBytes(file);
        Result result = read(Files.write(file, Arrays.copyOf(bytes, bytes.length * 6 / 10)));
        assertThat(result.planes[0].length).isBetween(FRAMES / 2, FRAMES * 2 / 3);
        assertThat(Sounds.delay(planes[0], result.planes[0])).isZero();
        assertThat(result.warnings).singleElement().asString().contains("but says that it lasts until 0:00:02.26");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aLengthThatAStreamingWriterLeftOpenIsNoDamage(int size) throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        Result result = read(wavWithDataSize(planes, size));
        assertThat(result.planes).isDeepEqualTo(planes);
        assertThat(result.info.frames()).isEmpty();
        assertThat(result.warnings).isEmpty();
    }

    @Test
    void aHugeLengthIsNotBelieved() throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        Result result = read(wavWithDataSize(planes, 0x7fff_ff00));
        assertThat(result.planes).isDeepEqualTo(planes);
        assertThat(result.info.frames()).isEmpty();
        assertThat(result.warnings).singleElement().asString().contains("but says that it lasts until 3:22:53.942");
    }

    private Path wavWithDataSize(float[][] planes, int size) throws IOException {
        Path file = TestFile.write(folder.resolve("a.wav"), "wav", "pcm_s16le", 44_100, planes);
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("data") + 4;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, size);
        return Files.write(file, bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2000})
    void aBrokenStretchOfFlacBecomesSilenceAndTheRestStaysInItsPlace(int bytes) throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        Path file = TestFile.write(folder.resolve("a.flac"), "flac", "flac", 44_100, planes);
        Result result = read(flip(file, 0.5, bytes));
        assertThat(result.planes[0]).hasSize(FRAMES);
        assertThat(Arrays.copyOf(result.planes[0], 30_000)).isEqualTo(Arrays.copyOf(planes[0], 30_000));
        assertThat(Arrays.copyOfRange(result.planes[1], 75_000, FRAMES))
                .isEqualTo(Arrays.copyOfRange(planes[1], 75_000, FRAMES));
        for (int i = 0; i < FRAMES; i++) {
            assertThat(result.planes[0][i]).isIn(planes[0][i], 0f);
        }
        assertThat(result.warnings).singleElement().asString()
                .startsWith(file + " is damaged in 1 place, first at 0:00:01.").endsWith("silence stands there instead.");
    }

    @Test
    void aBrokenStretchOfAacStaysAsLong() throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        Path file = TestFile.write(folder.resolve("a.m4a"), "ipod", "aac", 44_100, planes);
        int whole = Sounds.readAll(file)[0].length;
        Result result = read(flip(file, 0.3, 3000));
        assertThat(result.planes[0].length).isEqualTo(whole);
        assertThat(result.warnings).singleElement().asString().contains("is damaged in ");
        float[] end = Arrays.copyOfRange(planes[0], 60_000, FRAMES);
        assertThat(Sounds.delay(end, Arrays.copyOfRange(result.planes[0], 60_000, FRAMES))).isZero();
    }

    private static Path flip(Path file, double share, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = (int) (bytes.length * share);
        for (int i = start; i < start + count; i++) {
            bytes[i] ^= (byte) (i * 7919 >> 3 | 1);
        }
        return Files.write(file, bytes);
    }

    @Test
    void whatIsNoNumberBecomesSilence() throws IOException {
        float[][] planes = {{0.5f, Float.NaN, 0.25f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1}};
        Path file = folder.resolve("a.wav");
        try (AudioWriter writer = AudioFiles.create(file, new OutputFormat(Container.WAV, SampleFormat.FLOAT_32),
                new AudioSpec(44_100, 1), Tags.NONE)) {
            writer.write(planes, 0, 6);
        }
        Result result = read(file);
        assertThat(result.planes[0]).containsExactly(0.5f, 0, 0.25f, 0, 0, -1);
        assertThat(result.warnings).containsExactly(
                file + " holds 3 samples that are not a finite number; silence stands there instead.");
    }
}
