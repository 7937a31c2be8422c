package dev.unbraid.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.EOFException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

class PcmFileTest {
    @TempDir
    Path folder;

    private static float[][] ramp(int channels, int frames) {
        float[][] planes = new float[channels][frames];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < frames; i++) {
                planes[channel][i] = channel * 1_000_000 + i;
            }
        }
        return planes;
    }

    @Test
    void whatWasWrittenIsReadBackFromAnywhere() throws Exception {
        try (PcmFile pcm = PcmFile.create(folder.resolve("a.f32"), 3)) {
            pcm.write(0, ramp(3, 30_000), 0, 30_000);
            float[][] planes = new float[3][20_010];
            pcm.read(9_990, planes, 5, 20_005);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(planes[channel][4]).isZero();
                assertThat(planes[channel][5]).isEqualTo(channel * 1_000_000 + 9_990);
                assertThat(planes[channel][20_009]).isEqualTo(channel * 1_000_000 + 29_994);
            }
        }
    }

    @Test
    void writingInTheMiddleLeavesTheRest() throws Exception {
        try (PcmFile pcm = PcmFile.create(folder.resolve("a.f32"), 1)) {
            pcm.write(0, ramp(1, 100), 0, 100);
            pcm.write(50, new float[][] {{0, -1, -2}}, 1, 2);
            float[][] planes = new float[1][4];
            pcm.read(49, planes, 0, 4);
            assertThat(planes[0]).containsExactly(49, -1, -2, 52);
            assertThat(pcm.frames()).isEqualTo(100);
        }
    }

    @Test
    void framesBeyondTwoGigabytesHaveTheirPlace() throws Exception {
        try (PcmFile pcm = PcmFile.create(folder.resolve("a.f32"), 2)) {
            long far = 400_000_000;
            pcm.write(far, new float[][] {{1}, {2}}, 0, 1);
            float[][] planes = new float[2][2];
            pcm.read(far - 1, planes, 0, 2);
            assertThat(planes[0]).containsExactly(0, 1);
            assertThat(planes[1]).containsExactly(0, 2);
            assertThat(pcm.frames()).isEqualTo(far + 1);
        }
    }

    @Test
    void readingPastTheEndFails() throws Exception {
        try (PcmFile pcm = PcmFile.create(folder.resolve("a.f32"), 1)) {
            pcm.write(0, ramp(1, 10), 0, 10);
            assertThatThrownBy(() -> pcm.read(5, new float[1][10], 0, 10)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void behindAHeaderTheFileStaysAndSoDoesTheHeader() throws Exception {
        Path file = Files.write(folder.resolve("a.wav"), new byte[] {1, 2, 3, 4, 5, 6, 7});
        try (PcmFile pcm = PcmFile.behind(file, 7, 1)) {
            pcm.write(0, ramp(1, 9_000), 0, 9_000);
            float[][] planes = new float[1][2];
            pcm.read(8_998, planes, 0, 2);
            assertThat(planes[0]).containsExactly(8_998, 8_999);
        }
        assertThat(Files.size(file)).isEqualTo(7 + 4 * 9_000);
        assertThat(Files.readAllBytes(file)).startsWith(1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, -128, 63);
    }

    @Test
    void closingDeletesTheFile() throws Exception {
        Path file = folder.resolve("a.f32");
        PcmFile.create(file, 1).close();
        assertThat(file).doesNotExist();
    }

    @Test
    void anotherFileOfThatNameIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("a.f32"), "mine");
        assertThatThrownBy(() -> PcmFile.create(file, 1)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
    }
}
