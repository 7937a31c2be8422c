package dev.unbraid.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.mix.TestSong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Against a real sound server, recorded from behind the output.
@Timeout(120)
class HeardTest {
    private static final int RAMP = 221;

    @TempDir
    Path folder;

    @Test
    void soloAndMuteAreHeardToTheBit() throws IOException, InterruptedException {
        try (SoundServer server = SoundServer.start(folder)) {
            String said = SoundServer.outcome(server.play(Listening.class, "solo-and-mute", folder.resolve("child").toString(), "8192"));
            assertThat(said).startsWith(Listening.FRAMES + "\nOpen");
            Thread.sleep(300);
            TestSong song = Listening.song(folder.resolve("parent"));
            for (int side = 0; side < 2; side++) {
                float[] all = song.sum(0, Listening.FRAMES, 0, 1, 2)[side];
                float[] muted = song.sum(0, Listening.FRAMES, 0, 2)[side];
                float[] soloed = song.sum(0, Listening.FRAMES, 2)[side];
                float[] heard = from(server.recorded()[side], all);
                int mute = Arrays.mismatch(heard, all);
                assertThat(mute).isBetween(40_000, 60_000);
                int solo = mute + RAMP + same(heard, muted, mute + RAMP);
                assertThat(solo).isBetween(80_000, 100_000);
                assertThat(solo + RAMP + same(heard, soloed, solo + RAMP)).isEqualTo(Listening.FRAMES);
            }
        }
    }

    @Test
    void pullingThePlugLeavesTheClockRunning() throws IOException, InterruptedException {
        try (SoundServer server = SoundServer.start(folder)) {
            Process process = server.play(Listening.class, "unplugged", folder.resolve("child").toString(), "2048");
            var lines = process.inputReader();
            assertThat(lines.readLine()).startsWith("Open");
            server.unplug();
            assertThat(lines.readLine()).isEqualTo("goes on");
            assertThat(lines.readLine()).startsWith("Silent[reason=LOST");
        }
    }

    @Test
    void anOutputThatIsTakenAwayWhilePlayingAndBroughtBackIsHeardAgain() throws IOException, InterruptedException {
        try (SoundServer server = SoundServer.start(folder)) {
            Process process = server.play(Listening.class, "replugged", folder.resolve("child").toString(), "2048");
            var lines = process.inputReader();
            assertThat(lines.readLine()).startsWith("Open");
            server.removeOutput();
            assertThat(lines.readLine()).isEqualTo("goes on");
            Thread.sleep(2_500);
            server.bringOutputBack();
            assertThat(lines.readLine()).as("after trying again in vain").startsWith("Silent[reason=LOST");
            assertThat(lines.readLine()).startsWith("Open");
            assertThat(lines.readLine()).isEqualTo("goes on");
            float[] heard = server.recorded()[0];
            assertThat(IntStream.range(0, heard.length).filter(i -> heard[i] != 0).count()).isGreaterThan(10_000);
        }
    }

    @Test
    void aSeekIsHeardWithinSixtyMilliseconds() throws IOException, InterruptedException {
        try (SoundServer server = SoundServer.start(folder)) {
            String said = SoundServer.outcome(
                    server.play(Listening.class, "seek", folder.resolve("child").toString(), "2048"));
            double[] millis = said.lines().filter(it -> !it.startsWith("Open"))
                    .mapToDouble(it -> Double.parseDouble(it.split(" ")[1])).sorted().toArray();
            assertThat(millis).hasSize(8);
            // Where other work holds the machine up, some take longer.
            assertThat(millis[2]).as("the third of %s", Arrays.toString(millis)).isLessThan(60);
        }
    }

    @Test
    void aSongOfARateThatTheOutputDoesNotPlayIsConverted() throws IOException, InterruptedException {
        try (SoundServer server = SoundServer.start(folder)) {
            String said = SoundServer.outcome(
                    server.play(Listening.class, "rate-of-its-own", folder.resolve("child").toString(), "8192"));
            assertThat(said).startsWith(2 * Listening.RARE_RATE + "\nConverted")
                    .contains("songRate=705600, outputRate=192000");
            Thread.sleep(300);
            float[] heard = server.recorded()[1];
            int begin = IntStream.range(0, heard.length).filter(i -> heard[i] > 0.1).findFirst().orElseThrow();
            long waves = IntStream.range(begin, begin + TestSong.RATE)
                    .filter(i -> heard[i] < 0 && heard[i + 1] >= 0).count();
            assertThat(waves).isBetween(999L, 1_001L);
            double loudest = IntStream.range(begin, begin + TestSong.RATE).mapToDouble(i -> heard[i]).max().orElseThrow();
            assertThat(loudest).isCloseTo(0.5, within(0.002));
        }
    }

    @Test
    void neitherSeekNorPauseClicks() throws IOException, InterruptedException {
        try (SoundServer server = SoundServer.start(folder)) {
            String said = SoundServer.outcome(
                    server.play(Listening.class, "seek-in-a-tone", folder.resolve("child").toString(), "8192"));
            assertThat(said).startsWith("Open");
            float[] heard = server.recorded()[0];
            double loudest = 0;
            double longestStep = 0;
            for (int i = 1; i < heard.length; i++) {
                loudest = Math.max(loudest, heard[i]);
                longestStep = Math.max(longestStep, Math.abs(heard[i] - heard[i - 1]));
            }
            assertThat(loudest).isCloseTo(0.5, within(0.001));
            // The tone's own, and that of two tones of which one gives way to the other in 5 ms.
            assertThat(longestStep).isLessThan(0.5 * 2 * Math.PI * Listening.TONE_HZ / TestSong.RATE + 1.0 / 220);
        }
    }

    /// What was recorded, from the song's first frame on.
    private static float[] from(float[] recorded, float[] song) {
        for (int i = 0; i + song.length <= recorded.length; i++) {
            if (recorded[i] == song[0] && recorded[i + 1] == song[1] && recorded[i + 2] == song[2]) {
                return Arrays.copyOfRange(recorded, i, i + song.length);
            }
        }
        throw new AssertionError("the song's beginning is not among %d frames".formatted(recorded.length));
    }

    /// How many frames from `start` on are the same.
    private static int same(float[] heard, float[] expected, int start) {
        int differs = Arrays.mismatch(heard, start, heard.length, expected, start, expected.length);
        return differs < 0 ? heard.length - start : differs;
    }
}
