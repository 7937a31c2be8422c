package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

class LossyReadingTest {
    private static final int FRAMES = 60_001;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "mp3, libmp3lame, 44100, MP3, MPEG-1 Layer III (MP3)",
        "mp3, libmp3lame, 48000, MP3, MPEG-1 Layer III (MP3)",
        "ogg, libopus, 48000, Ogg, Opus",
    })
    void neitherDelayNorPaddingIsHeard(String muxer, String codec, int rate, String container, String name)
            throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        Path file = TestFile.write(folder.resolve("a"), muxer, codec, rate, planes);
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info().container()).isEqualTo(container);
            assertThat(reader.info().codec()).isEqualTo(name);
            assertThat(reader.info().bitsPerSample()).isZero();
            assertThat(reader.info().frames()).hasValue(FRAMES);
            float[][] read = Sounds.drain(reader);
            assertThat(read[0]).hasSize(FRAMES);
            assertThat(Sounds.delay(planes[0], read[0])).isZero();
            assertThat(error(planes[0], read[0])).isLessThan(0.1);
            assertThat(reader.damage()).isEmpty();
        }
    }

    /// Nor more than one packet of padding: every program that reads through FFmpeg gives these frames.
    @ParameterizedTest
    @CsvSource({"ipod, 44100", "mp4, 48000"})
    void aacInMp4StartsInItsPlaceAndEndsWithItsLastPacket(String muxer, int rate) throws IOException {
        float[][] planes = Sounds.chirp(2, FRAMES, 16);
        Path file = TestFile.write(folder.resolve("a"), muxer, "aac", rate, planes);
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info().container()).isEqualTo("MPEG-4");
            assertThat(reader.info().codec()).isEqualTo("AAC");
            float[][] read = Sounds.drain(reader);
            assertThat(read[0].length).isBetween(FRAMES, FRAMES + 1023);
            assertThat(Sounds.delay(planes[0], read[0])).isZero();
            assertThat(error(planes[0], read[0])).isLessThan(0.1);
            assertThat(reader.damage()).isEmpty();
        }
    }

    /// `chirp.ogg` is the signal below at 16 bits, made with `oggenc -q 0` of vorbis-tools 1.4.2 (libvorbis 1.3.7).
    @Test
    void vorbisFromTheReferenceEncoderIsGapless() throws IOException, URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(getClass().getResource("chirp.ogg")).toURI());
        float[] original = new float[120_001];
        for (int i = 0; i < original.length; i++) {
            original[i] = (float) (16_000 * Math.sin(0.02 * i + 1e-6 * i * i) / 32_768);
        }
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info().codec()).isEqualTo("Vorbis");
            assertThat(reader.info().frames()).hasValue(original.length);
            assertThat(reader.info().tags()).isEqualTo(new Tags(
                    Optional.of("Chirp"), Optional.of("Unbraid"), Optional.of("Tests"), Optional.of("2026")));
            float[] read = Sounds.drain(reader)[0];
            assertThat(read).hasSize(original.length);
            assertThat(error(original, read)).isLessThan(0.05);
        }
    }

    @ParameterizedTest
    @CsvSource({"asf, wmav2", "adts, aac", "matroska, aac", "ogg, vorbis"})
    void formatsThatStateNoDelayAreReadWithinTheirPadding(String muxer, String codec) throws IOException {
        Path file = TestFile.write(folder.resolve("a"), muxer, codec, 44_100, Sounds.chirp(2, FRAMES, 16));
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.spec()).isEqualTo(new AudioSpec(44_100, 2));
            assertThat(Sounds.drain(reader)[0].length).isBetween(FRAMES - 2048, FRAMES + 2048);
            assertThat(reader.damage()).isEmpty();
        }
    }

    @Test
    void readingTwiceGivesTheSameSamples() throws IOException {
        Path file = TestFile.write(folder.resolve("a"), "mp3", "libmp3lame", 44_100, Sounds.chirp(2, FRAMES, 16));
        assertThat(Sounds.readAll(file)).isDeepEqualTo(Sounds.readAll(file));
    }

    @Test
    void tagsAreRead() throws IOException {
        Path file = TestFile.at(folder.resolve("a"), "mp3").tag("title", "Grüße 绊 🎵").tag("artist", "Jemand")
                .tag("album", "Eins").tag("date", "2024-05-31")
                .audio("libmp3lame", 44_100, Sounds.chirp(2, FRAMES, 16)).write();
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info().tags()).isEqualTo(new Tags(Optional.of("Grüße 绊 🎵"), Optional.of("Jemand"),
                    Optional.of("Eins"), Optional.of("2024-05-31")));
        }
    }

    private static double error(float[] original, float[] read) {
        double error = 0;
        double signal = 0;
        for (int i = 0; i < original.length; i++) {
            error += Math.pow(original[i] - read[i], 2);
            signal += Math.pow(original[i], 2);
        }
        return Math.sqrt(error / signal);
    }
}
