package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

class UnreadableFilesTest {
    @TempDir
    private Path folder;

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> AudioFiles.open(file).close())
                .isInstanceOf(UnreadableAudioException.class)
                .hasMessageStartingWith("%s %s", file, reason)
                .message().endsWith(".").hasLineCount(1);
    }

    @Test
    void aMissingFile() {
        assertRefused(folder.resolve("no.wav"), "does not exist.");
    }

    @Test
    void aFolder() {
        assertRefused(folder, "is a folder.");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(Files.createFile(folder.resolve("a.wav")), "is empty (0 bytes).");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToItselfAndALinkToNothing() throws IOException {
        Path loop = folder.resolve("loop.wav");
        assertRefused(Files.createSymbolicLink(loop, loop), "is a link that leads back to itself.");
        assertRefused(Files.createSymbolicLink(folder.resolve("a.wav"), Path.of("gone.wav")),
                "is a link to a file that does not exist.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDevice() {
        assertRefused(Path.of("/dev/zero"), "is a device or a pipe, not a file.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileWithoutPermission() throws IOException {
        Path file = Files.writeString(folder.resolve("a.wav"), "RIFF");
        assertThat(Unreadable.unopened(file, new AccessDeniedException(file.toString())))
                .hasMessageStartingWith(file + " may not be read by you.");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();
        assertRefused(file, "may not be read by you.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.wav", "a.mp3", "a.flac", "noise"})
    void noiseZerosAndText(String name) throws IOException {
        String unknown = "is not sound in a format that is known here";
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertRefused(Files.write(folder.resolve(name), noise), unknown);
        assertRefused(Files.write(folder.resolve(name), new byte[100_000]), unknown);
        assertRefused(Files.writeString(folder.resolve(name), "Dear diary,\n".repeat(10_000)), unknown);
        assertRefused(Files.writeString(folder.resolve(name), "x"), unknown);
    }

    @Test
    void aPlaylistOrScriptThatNamesAnotherFile() throws IOException {
        Path song = TestFile.write(folder.resolve("a.wav"), "wav", "pcm_s16le", 44_100, Sounds.chirp(1, 44_100, 16));
        assertThat(Sounds.readAll(song)[0]).hasSize(44_100);
        assertRefused(Files.writeString(folder.resolve("a.m3u8"), "#EXTM3U\n#EXTINF:1,\na.wav\n#EXT-X-ENDLIST\n"), "is ");
        assertRefused(Files.writeString(folder.resolve("b.wav"), "ffconcat version 1.0\nfile a.wav\n"), "is ");
    }

    @ParameterizedTest
    @CsvSource({"wav, pcm_s16le, lasts 0 samples.", "flac, flac, lasts 0 samples.", "ipod, aac, has no sound in it."})
    void aFileOfZeroSamples(String muxer, String codec, String reason) throws IOException {
        assertRefused(TestFile.write(folder.resolve("a"), muxer, codec, 44_100, new float[2][0]), reason);
    }

    @Test
    void aWavOfZeroSamplesWithTagsBehind() throws IOException {
        byte[] empty = Files.readAllBytes(TestFile.write(folder.resolve("a"), "wav", "pcm_s16le", 44_100, new float[2][0]));
        byte[] tagged = Arrays.copyOf(empty, empty.length + 12);
        System.arraycopy("note\4\0\0\0abcd".getBytes(), 0, tagged, empty.length, 12);
        assertRefused(Files.write(folder.resolve("a"), tagged), "lasts 0 samples.");
    }

    @Test
    void anMp4WhoseIndexWasCutOff() throws IOException {
        Path file = TestFile.write(folder.resolve("a.m4a"), "ipod", "aac", 44_100, Sounds.chirp(2, 44_100, 16));
        byte[] bytes = Files.readAllBytes(file);
        assertRefused(Files.write(file, Arrays.copyOf(bytes, bytes.length / 2)), "is cut off or damaged");
    }

    @ParameterizedTest
    @CsvSource({"flac, flac", "mp3, libmp3lame", "ogg, libopus"})
    void aFileCutOffWithinItsHeader(String muxer, String codec) throws IOException {
        Path file = TestFile.write(folder.resolve("a"), muxer, codec, 48_000, Sounds.chirp(2, 48_000, 16));
        assertRefused(Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 300)), "is not sound in a format");
    }

    @Test
    void refusingLeavesNoMemoryAndNoFileOpen() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        Path bad = Files.write(folder.resolve("a.mp3"), noise);
        Path video = TestFile.at(folder.resolve("film.mp4"), "mp4").video().write();
        refuse(bad, video, 100);
        long before = Pointer.physicalBytes();
        refuse(bad, video, 1000);
        assertThat(Pointer.physicalBytes() - before).isLessThan(40L << 20);
        Path open = Path.of("/proc/self/fd");
        if (Files.isDirectory(open)) {
            try (var files = Files.list(open)) {
                assertThat(files.count()).isLessThan(500);
            }
        }
    }

    private static void refuse(Path bad, Path video, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> AudioFiles.open(bad)).isInstanceOf(UnreadableAudioException.class);
            assertThatThrownBy(() -> AudioFiles.open(video)).isInstanceOf(UnreadableAudioException.class);
        }
    }
}
