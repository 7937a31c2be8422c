package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.NoRoomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class Mp3WritingTest {
    @TempDir
    private Path folder;

    private Path write(int rate, Tags tags, float[]... planes) throws IOException {
        Path file = folder.resolve("ä.mp3");
        try (AudioWriter writer = AudioFiles.create(
                file, OutputFormat.MP3_320, new AudioSpec(rate, planes.length), tags)) {
            for (int at = 0; at < planes[0].length; at += 1001) {
                writer.write(planes, at, Math.min(1001, planes[0].length - at));
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {32_000, 44_100, 48_000})
    void bothChannelsComeBackInPlaceAndAlike(int rate) throws IOException {
        int frames = 2 * rate + 77;
        float[][] planes = {Sounds.sine(rate, 440, 0.5, frames), Sounds.sine(rate, 1000, 0.25, frames)};
        try (AudioReader reader = AudioFiles.open(write(rate, Tags.NONE, planes))) {
            assertThat(reader.info()).isEqualTo(new AudioFileInfo("MP3", "MPEG-1 Layer III (MP3)",
                    new AudioSpec(rate, 2), OptionalLong.of(frames), 0, Tags.NONE));
            float[][] read = Sounds.drain(reader);
            assertThat(read[0]).hasSize(frames);
            for (int channel = 0; channel < 2; channel++) {
                double rest = 0;
                for (int i = 2000; i < frames - 2000; i++) {
                    rest += Math.pow(read[channel][i] - planes[channel][i], 2);
                }
                // A shift of one frame alone would leave a rest of 0.02 and more.
                assertThat(Math.sqrt(rest / frames)).isLessThan(0.002);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5000, 11_519, 11_520, 11_521, 44_100})
    void everyLengthComesBackToTheFrame(int frames) throws IOException {
        assertThat(Sounds.readAll(write(44_100, Tags.NONE, Sounds.sine(44_100, 440, 0.5, frames)))[0]).hasSize(frames);
    }

    @Test
    void aSecondTakesFortyThousandBytes() throws IOException {
        long bytes = Files.size(write(44_100, Tags.NONE, Sounds.chirp(2, 441_000, 24)));
        assertThat((double) bytes).isCloseTo(400_000, within(6_000.0));
        assertThat(OutputFormat.MP3_320.bytesPerSecond(44_100, 2)).isEqualTo(40_000);
    }

    @Test
    void tagsAreCarried() throws IOException {
        for (String date : List.of("2024", "2024-05-31")) {
            Tags tags = new Tags(Optional.of("Grüße 绊 🎵"), Optional.of("Jemand"), Optional.of("Eins"), Optional.of(date));
            try (AudioReader reader = AudioFiles.open(write(44_100, tags, new float[2][5000]))) {
                assertThat(reader.info().tags()).isEqualTo(tags);
            }
        }
    }

    @Test
    void theSameSoundGivesTheSameBytes() throws IOException {
        byte[] once = Files.readAllBytes(write(44_100, Tags.NONE, Sounds.chirp(2, 9000, 24)));
        assertThat(write(44_100, Tags.NONE, Sounds.chirp(2, 9000, 24))).hasBinaryContent(once);
    }

    @Test
    void whatMp3CannotHoldIsASentence() {
        assertThatThrownBy(() -> write(96_000, Tags.NONE, new float[2][10]))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("cannot hold 96,000 Hz: the nearest that MP3 has is 48,000 Hz. Convert it, or write WAV.");
        assertThatThrownBy(() -> write(44_100, Tags.NONE, new float[3][10]))
                .isInstanceOf(IOException.class).hasMessageContaining("cannot hold 3 channels");
        assertThatIllegalArgumentException().isThrownBy(() -> new OutputFormat(Container.MP3, SampleFormat.PCM_16));
    }

    @ParameterizedTest
    @CsvSource({"44100, 44100", "48000, 48000", "88200, 44100", "96000, 48000", "192000, 48000", "22050, 44100",
        "16000, 48000", "64000, 32000", "37800, 48000"})
    void theNearestRateKeepsWholeRatios(int wanted, int held) {
        assertThat(Container.MP3.sampleRateFor(wanted)).isEqualTo(held);
        assertThat(Container.WAV.sampleRateFor(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav-16", "wav-24", "wav-32f", "flac-16", "flac-24", "mp3-320"})
    void everyFormatIsFoundByItsName(String name) {
        assertThat(OutputFormat.named(name)).map(OutputFormat::name).contains(name);
        assertThat(OutputFormat.named("ogg")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsTold() {
        for (int frames : List.of(1, 400_000)) {
            assertThatThrownBy(() -> {
                try (AudioWriter writer = AudioFiles.create(
                        Path.of("/dev/full"), OutputFormat.MP3_320, new AudioSpec(44_100, 1), Tags.NONE)) {
                    writer.write(new float[1][frames], 0, frames);
                }
            }).isInstanceOf(NoRoomException.class);
        }
    }
}
