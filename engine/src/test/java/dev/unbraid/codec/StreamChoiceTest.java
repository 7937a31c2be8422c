package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

class StreamChoiceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"mp4, aac, 44100", "matroska, flac, 44100", "avi, pcm_s16le, 44100"})
    void theSoundOfAVideoIsRead(String muxer, String codec, int frames) throws IOException {
        float[][] planes = Sounds.chirp(2, frames, 16);
        Path file = TestFile.at(folder.resolve("film"), muxer).video().audio(codec, 44_100, planes).write();
        float[][] read = Sounds.readAll(file);
        // AAC ends with its last packet.
        assertThat(read[0].length).isBetween(frames, codec.equals("aac") ? frames + 1023 : frames);
        assertThat(Sounds.delay(planes[0], read[0])).isZero();
    }

    @Test
    void aVideoWithoutSoundSaysSo() throws IOException {
        Path file = TestFile.at(folder.resolve("film.mp4"), "mp4").video().write();
        assertThatThrownBy(() -> AudioFiles.open(file))
                .isInstanceOf(UnreadableAudioException.class)
                .hasMessageStartingWith(file + " has no sound in it.");
    }

    @Test
    void theDefaultStreamIsHeardEvenIfAnotherIsFirst() throws IOException {
        float[][] heard = Sounds.chirp(1, 20_000, 16);
        Path file = TestFile.at(folder.resolve("a.mka"), "matroska")
                .option("default_mode", "passthrough")
                .audio("flac", 44_100, new float[2][20_000]).disposition(0)
                .audio("flac", 44_100, heard).disposition(AV_DISPOSITION_DEFAULT)
                .write();
        assertThat(Sounds.readAll(file)).isDeepEqualTo(heard);
    }

    @Test
    void theFirstOfEqualsIsHeardEvenIfAnotherIsLarger() throws IOException {
        float[][] heard = Sounds.chirp(1, 20_000, 16);
        Path file = TestFile.at(folder.resolve("a.mka"), "matroska")
                .option("default_mode", "passthrough")
                .audio("flac", 44_100, heard).disposition(0)
                .audio("flac", 44_100, Sounds.chirp(6, 20_000, 16)).disposition(0)
                .write();
        assertThat(Sounds.readAll(file)).isDeepEqualTo(heard);
    }

    @Test
    void theMixOfAStemFileIsItsFirstStream() throws IOException {
        Optional<Path> song = Stream.of(System.getProperty("unbraid.shared", "../shared"), "../shared", "../../shared")
                .map(it -> Path.of(it, "music/Music Delta - 80s Rock.stem.mp4")).filter(Files::exists).findFirst();
        assumeThat(song).as("no stem file beside the repository").isPresent();
        try (AudioReader reader = AudioFiles.open(song.get())) {
            assertThat(reader.spec()).isEqualTo(new AudioSpec(44_100, 2));
            float[][] planes = Sounds.drain(reader);
            assertThat(planes[0]).hasSize(300_032);
            double peak = 0;
            for (float sample : planes[0]) {
                peak = Math.max(peak, Math.abs(sample));
            }
            assertThat(peak).isGreaterThan(0.1);
            assertThat(reader.damage()).isEmpty();
        }
    }
}
