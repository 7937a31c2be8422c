package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.NoRoomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class AudioWriterTest {
    private static final OutputFormat WAV_16 = new OutputFormat(Container.WAV, SampleFormat.PCM_16);

    private static final List<Container> LOSSLESS = List.of(Container.WAV, Container.FLAC);

    @TempDir
    private Path folder;

    private static long write(Path file, OutputFormat format, int rate, Tags tags, float[][] planes)
            throws IOException {
        try (AudioWriter writer = AudioFiles.create(file, format, new AudioSpec(rate, planes.length), tags)) {
            int frames = planes[0].length;
            for (int at = 0; at < frames; at += 1001) {
                writer.write(planes, at, Math.min(1001, frames - at));
            }
            return writer.clippedSamples();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WAV, PCM_16, 16, PCM 16-bit", "WAV, PCM_24, 24, PCM 24-bit", "WAV, FLOAT_32, 24, PCM 32-bit float",
        "FLAC, PCM_16, 16, FLAC", "FLAC, PCM_24, 24, FLAC",
    })
    void whatIsWrittenIsRead(Container container, SampleFormat sampleFormat, int bits, String codec)
            throws IOException {
        float[][] planes = Sounds.chirp(2, 50_003, bits);
        Path file = folder.resolve("a");
        assertThat(write(file, new OutputFormat(container, sampleFormat), 44_100, Tags.NONE, planes)).isZero();
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info()).isEqualTo(new AudioFileInfo(container.name(), codec, new AudioSpec(44_100, 2),
                    OptionalLong.of(50_003), sampleFormat.bits(), Tags.NONE));
            assertThat(Sounds.drain(reader)).isDeepEqualTo(planes);
            assertThat(reader.damage()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 8000", "6, 48000", "8, 192000"})
    void otherChannelsAndRatesToo(int channels, int rate) throws IOException {
        float[][] planes = Sounds.chirp(channels, 5000, 16);
        for (Container container : LOSSLESS) {
            Path file = folder.resolve("a");
            write(file, new OutputFormat(container, SampleFormat.PCM_16), rate, Tags.NONE, planes);
            assertThat(Sounds.readAll(file)).isDeepEqualTo(planes);
        }
    }

    @Test
    void aSoundWithoutFramesIsStillAFile() throws IOException {
        for (Container container : LOSSLESS) {
            Path file = folder.resolve("a");
            write(file, new OutputFormat(container, SampleFormat.PCM_16), 44_100, Tags.NONE, new float[2][0]);
            assertThat(file).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({"PCM_16, 32768", "PCM_24, 8388608"})
    void samplesAreRoundedAndLimitedAndCounted(SampleFormat format, float top) throws IOException {
        float[][] planes = {{1, -1, 1.5f, -1.5f, 100.6f / top, 100.4f / top, -100.6f / top, (top - 1) / top}};
        Path file = folder.resolve("a.wav");
        assertThat(write(file, new OutputFormat(Container.WAV, format), 44_100, Tags.NONE, planes)).isEqualTo(3);
        float highest = (top - 1) / top;
        assertThat(Sounds.readAll(file)[0])
                .containsExactly(highest, -1, highest, -1, 101 / top, 100 / top, -101 / top, highest);
    }

    @Test
    void floatsBeyondFullScaleStay() throws IOException {
        float[][] planes = {{2.5f, -7, 1e-30f}};
        Path file = folder.resolve("a.wav");
        assertThat(write(file, new OutputFormat(Container.WAV, SampleFormat.FLOAT_32), 44_100, Tags.NONE, planes))
                .isZero();
        assertThat(Sounds.readAll(file)).isDeepEqualTo(planes);
    }

    @ParameterizedTest
    @CsvSource({"WAV", "FLAC"})
    void tagsAreCarried(Container container) throws IOException {
        Tags tags = new Tags(Optional.of("Grüße 绊 🎵"), Optional.of("Jemand"), Optional.of("Eins"), Optional.of("2024"));
        Path file = folder.resolve("a");
        write(file, new OutputFormat(container, SampleFormat.PCM_16), 44_100, tags, new float[1][100]);
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info().tags()).isEqualTo(tags);
        }
    }

    @Test
    void theSameSoundGivesTheSameBytes() throws IOException {
        for (Container container : LOSSLESS) {
            var format = new OutputFormat(container, SampleFormat.PCM_24);
            write(folder.resolve("a"), format, 44_100, Tags.NONE, Sounds.chirp(2, 9000, 24));
            write(folder.resolve("b"), format, 44_100, Tags.NONE, Sounds.chirp(2, 9000, 24));
            assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
        }
    }

    @Test
    void aWavKeepsRoomToBecomeRf64() throws IOException {
        Path file = folder.resolve("a.wav");
        write(file, WAV_16, 44_100, Tags.NONE, new float[1][100]);
        String header = new String(Files.readAllBytes(file), 0, 80, StandardCharsets.ISO_8859_1);
        assertThat(header).startsWith("RIFF").contains("WAVEJUNK\34\0\0\0");
    }

    @Test
    void beyondFourGigabytesItIsRf64() throws IOException {
        assumeThat(Boolean.getBoolean("unbraid.test.huge")).as("-Dunbraid.test.huge=true writes 4.3 GB").isTrue();
        assumeThat(Files.getFileStore(folder).getUsableSpace()).isGreaterThan(10L << 30);
        Path file = folder.resolve("a.wav");
        float[][] planes = Sounds.chirp(8, 1 << 17, 16);
        int times = 1030;
        try (AudioWriter writer = AudioFiles.create(
                file, new OutputFormat(Container.WAV, SampleFormat.FLOAT_32), new AudioSpec(44_100, 8), Tags.NONE)) {
            for (int i = 0; i < times; i++) {
                writer.write(planes, 0, 1 << 17);
            }
        }
        assertThat(Files.size(file)).isGreaterThan(1L << 32);
        try (AudioReader reader = AudioFiles.open(file)) {
            assertThat(reader.info().container()).isEqualTo("RF64");
            assertThat(reader.info().frames()).hasValue((long) times << 17);
            float[][] block = new float[8][1 << 17];
            long frames = 0;
            for (int count; (count = reader.read(block, 0, 1 << 17)) >= 0; frames += count) {
                int offset = (int) (frames & ((1 << 17) - 1));
                assertThat(block[7][0]).isEqualTo(planes[7][offset]);
            }
            assertThat(frames).isEqualTo((long) times << 17);
        }
    }

    @Test
    void moreChannelsThanFlacHoldsIsASentence() {
        Path file = folder.resolve("a.flac");
        assertThatThrownBy(() -> AudioFiles.create(file, new OutputFormat(Container.FLAC, SampleFormat.PCM_16),
                new AudioSpec(44_100, 10), Tags.NONE))
                .isInstanceOf(IOException.class).hasMessageContaining("cannot hold 10 channels");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsASentence() {
        Path file = folder.resolve("no/a.wav");
        assertThatThrownBy(() -> AudioFiles.create(file, WAV_16, new AudioSpec(44_100, 2), Tags.NONE))
                .isInstanceOf(IOException.class).hasMessageStartingWith(file + " cannot be written (");
    }

    @Test
    void afterClosingNothingIsTaken() throws IOException {
        AudioWriter writer = AudioFiles.create(folder.resolve("a"), WAV_16, new AudioSpec(44_100, 1), Tags.NONE);
        writer.close();
        writer.close();
        assertThatThrownBy(() -> writer.write(new float[1][1], 0, 1)).isInstanceOf(IllegalStateException.class);
    }

    /// Linux's own full disk. It takes nothing, at whatever moment the bytes get there.
    @ParameterizedTest
    @CsvSource({"WAV, 1", "WAV, 100", "WAV, 2000000", "FLAC, 1", "FLAC, 100", "FLAC, 2000000"})
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsFoundWhileWritingOrAtTheLatestWhenClosing(Container container, int frames) {
        Path full = Path.of("/dev/full");
        var format = new OutputFormat(container, SampleFormat.PCM_16);
        assertThatThrownBy(() -> write(full, format, 44_100, Tags.NONE, Sounds.chirp(2, frames, 16)))
                .isInstanceOf(NoRoomException.class)
                .hasMessage("There is no room left to write /dev/full. Free some space, or choose another folder.");
        assertThat(full).exists();
    }
}
