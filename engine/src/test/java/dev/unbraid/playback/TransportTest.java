package dev.unbraid.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.MixScene;
import dev.unbraid.mix.MixSource;
import dev.unbraid.mix.TestSong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

class TransportTest {
    private static final int FRAMES = 60_000;
    /// What begins in the midst of the song rises for so long.
    private static final int RISE = 132;
    /// What leads from one place to another takes so long.
    private static final int TURN = 221;

    @TempDir
    Path folder;

    private final MemoryOutput output = new MemoryOutput();
    private final Transport transport = new Transport(output);
    private TestSong song;

    @BeforeEach
    void load() throws IOException {
        song = new TestSong(folder, FRAMES).withStems(3);
        transport.setScene(Optional.of(song.scene()));
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void whatIsPlayedIsWhatIsExported() throws InterruptedException {
        song.strip(0, it -> it.withGainDb(-4).withPan(0.4)).strip(1, it -> it.withSoloed(true)).bus(it -> it.withGainDb(2));
        transport.setScene(Optional.of(song.scene()));
        transport.seek(1_000);
        transport.play();
        await(() -> !transport.isPlaying());
        int count = FRAMES - 1_000;
        float[][] exported = exported(song.scene(), 1_000, count);
        for (int side = 0; side < 2; side++) {
            float[] settled = Arrays.copyOfRange(exported[side], RISE, count);
            assertThat(output.side(side, RISE, count - RISE)).isEqualTo(settled);
        }
    }

    @Test
    void whatBeginsInTheMidstRises() throws InterruptedException {
        output.allow(0);
        transport.seek(1_000);
        transport.play();
        await(() -> output.written() >= 1_000);
        float[] rising = exported(song.scene(), 1_000, RISE)[0];
        for (int i = 0; i < RISE; i++) {
            rising[i] *= (float) i / RISE;
        }
        assertThat(output.side(0, 0, RISE)).isEqualTo(rising);
    }

    @Test
    void whatIsLeftFallsBehindWhatTheOutputHolds() throws InterruptedException {
        output.allow(10_000);
        transport.play();
        await(() -> output.room() < Tape.BLOCK_FRAMES && output.written() > 10_000);
        int left = output.written();
        transport.pause();
        Thread.sleep(20);
        output.allow(Integer.MAX_VALUE);
        await(() -> output.written() >= left + RISE && output.room() == MemoryOutput.BUFFER);
        float[] falling = Arrays.copyOf(exported(song.scene(), left, RISE)[0], output.written() - left);
        for (int i = 0; i < RISE; i++) {
            falling[i] *= 1 - (float) i / RISE;
        }
        assertThat(output.side(0, left, falling.length)).containsExactly(falling, within(1e-9f));
        await(() -> transport.positionFrame() <= left);
        assertThat(transport.positionFrame()).isBetween(10_000L, (long) left);
        int silent = output.written();
        Thread.sleep(50);
        assertThat(output.written()).isEqualTo(silent);
    }

    @Test
    void theEndOfTheSongStopsThereAndPlayBeginsAnew() throws InterruptedException {
        transport.play();
        await(() -> !transport.isPlaying());
        assertThat(transport.positionFrame()).isEqualTo(FRAMES);
        int before = output.written();
        output.allow(before);
        transport.play();
        await(() -> output.written() >= before + MemoryOutput.BUFFER);
        assertThat(output.side(0, before, 1_000)).isEqualTo(exported(song.scene(), 0, 1_000)[0]);
    }

    @Test
    void aLoopWrapsOnTheSample() throws InterruptedException {
        transport.setLoop(Optional.of(new FrameRange(2_000, 5_001)));
        output.allow(20_000);
        transport.play();
        await(() -> output.written() >= 20_000);
        float[] lead = exported(song.scene(), 0, 2_000)[0];
        float[] round = exported(song.scene(), 2_000, 3_001)[0];
        float[] found = output.side(0, 0, 2_000 + 5 * 3_001);
        assertThat(Arrays.copyOf(found, 2_000)).isEqualTo(lead);
        for (int i = 0; i < 5; i++) {
            int from = 2_000 + i * 3_001;
            assertThat(Arrays.copyOfRange(found, from, from + 3_001)).as("round %d", i).isEqualTo(round);
        }
        assertThat(transport.positionFrame()).isBetween(2_000L, 5_001L);
    }

    @Test
    void pauseStaysWhereItWasHeardAndStopGoesBack() throws InterruptedException {
        output.allow(10_000);
        transport.seek(3_000);
        transport.play();
        await(() -> transport.positionFrame() >= 13_000);
        transport.pause();
        assertThat(transport.isPlaying()).isFalse();
        await(() -> output.room() == MemoryOutput.BUFFER);
        long rest = transport.positionFrame();
        assertThat(rest).isBetween(13_000L, 13_000L + MemoryOutput.BUFFER);
        int before = output.written();
        output.allow(before);
        transport.play();
        await(() -> output.written() >= before + MemoryOutput.BUFFER);
        assertThat(output.side(1, before + RISE, 500)).isEqualTo(exported(song.scene(), rest + RISE, 500)[1]);
        transport.stop();
        assertThat(transport.positionFrame()).isEqualTo(rest);
    }

    @Test
    void stopGoesBackThoughSomethingElseIsWishedWhileTheSoundFalls() throws InterruptedException {
        output.allow(10_000);
        transport.seek(3_000);
        transport.play();
        await(() -> transport.positionFrame() >= 13_000);
        transport.stop();
        Thread.sleep(20);
        transport.setPitch(1);
        await(() -> output.room() == MemoryOutput.BUFFER);
        assertThat(transport.positionFrame()).isEqualTo(3_000);
    }

    @Test
    void aSeekFadesIntoTheNewPlaceBehindWhatTheOutputHolds() throws InterruptedException {
        output.allow(10_000);
        transport.play();
        await(() -> output.room() < Tape.BLOCK_FRAMES && output.written() > 10_000);
        int turned = output.written();
        transport.seek(40_000);
        assertThat(transport.positionFrame()).isEqualTo(40_000);
        Thread.sleep(20);
        assertThat(transport.positionFrame()).as("until it is heard").isEqualTo(40_000);
        output.allow(turned);
        await(() -> output.written() >= turned + MemoryOutput.BUFFER - Tape.BLOCK_FRAMES);
        float[] expected = exported(song.scene(), 40_000, 1_000)[0];
        float[] left = exported(song.scene(), turned, TURN)[0];
        for (int i = 0; i < TURN; i++) {
            float weight = (float) i / TURN;
            expected[i] = expected[i] * weight + left[i] * (1 - weight);
        }
        assertThat(output.side(0, turned, 1_000)).containsExactly(expected, within(1e-6f));
        output.allow(turned + 5_000);
        await(() -> transport.positionFrame() >= 45_000);
        assertThat(transport.positionFrame()).isBetween(45_000L, 45_000L + MemoryOutput.BUFFER);
    }

    @Test
    void aSeekWhileOneFadesDoesNotJump() throws InterruptedException {
        output.allow(10_000);
        transport.play();
        await(() -> output.room() < Tape.BLOCK_FRAMES && output.written() > 10_000);
        int turned = output.written();
        transport.seek(40_000);
        Thread.sleep(20);
        output.allow(10_000 + Tape.BLOCK_FRAMES);
        await(() -> output.written() == turned + Tape.BLOCK_FRAMES);
        transport.seek(20_000);
        Thread.sleep(20);
        output.allow(20_000);
        await(() -> output.written() >= 20_000);
        float[] first = exported(song.scene(), 40_000, Tape.BLOCK_FRAMES + TURN)[0];
        float[] song = exported(this.song.scene(), turned, TURN)[0];
        for (int i = 0; i < TURN; i++) {
            float weight = (float) i / TURN;
            first[i] = first[i] * weight + song[i] * (1 - weight);
        }
        float[] expected = exported(this.song.scene(), 20_000, 1_000)[0];
        for (int i = 0; i < TURN; i++) {
            float weight = (float) i / TURN;
            expected[i] = expected[i] * weight + first[Tape.BLOCK_FRAMES + i] * (1 - weight);
        }
        assertThat(output.side(0, turned + Tape.BLOCK_FRAMES, 1_000)).containsExactly(expected, within(1e-6f));
    }

    @Test
    void anotherOutputIsTakenBehindTheFallAndPlaysOn() throws InterruptedException {
        output.allow(10_000);
        transport.play();
        await(() -> output.room() < Tape.BLOCK_FRAMES && output.written() > 10_000);
        int left = output.written();
        transport.useOutput(OutputDevice.SYSTEM, 512);
        Thread.sleep(20);
        output.allow(left + 8_000);
        await(() -> output.written() >= left + 8_000);
        float[] falling = exported(song.scene(), left, RISE)[0];
        for (int i = 0; i < RISE; i++) {
            falling[i] *= 1 - (float) i / RISE;
        }
        assertThat(output.side(0, left, RISE)).containsExactly(falling, within(1e-6f));
        float[] goesOn = exported(song.scene(), left + RISE, 2_000)[0];
        float[] later = output.side(0, left + RISE, 6_000);
        assertThat(java.util.stream.IntStream.range(0, 4_000)
                .anyMatch(at -> Arrays.equals(Arrays.copyOfRange(later, at, at + 2_000), goesOn))).isTrue();
        assertThat(transport.isPlaying()).isTrue();
    }

    @Test
    void anotherSongStopsAndGoesToItsStart() throws InterruptedException, IOException {
        output.allow(5_000);
        transport.play();
        await(() -> output.written() >= 5_000);
        transport.setScene(Optional.of(new TestSong(folder.resolve("other"), 9_000).scene()));
        assertThat(transport.isPlaying()).isFalse();
        assertThat(transport.positionFrame()).isZero();
        transport.setScene(Optional.empty());
        transport.play();
        assertThat(transport.positionFrame()).isZero();
    }

    @Test
    void clicksComeBeforeTheSong() throws InterruptedException {
        transport.setCountIn(2, 300);
        transport.seek(500);
        output.allow(30_000);
        transport.play();
        await(() -> output.written() >= 30_000);
        int clicks = 2 * 60 * TestSong.RATE / 300;
        assertThat(output.side(0, clicks + RISE, 2_000)).isEqualTo(exported(song.scene(), 500 + RISE, 2_000)[0]);
        assertThat(output.side(0, 10, 100)).isNotEqualTo(new float[100]);
        assertThat(output.side(0, clicks / 2 + 10, 100)).isNotEqualTo(new float[100]);
        assertThat(output.side(0, clicks / 4, 100)).isEqualTo(new float[100]);
    }

    @Test
    void shuttlingBackwardsPlaysTheSongInReverse() throws InterruptedException {
        transport.seek(30_000);
        output.allow(6_000);
        transport.shuttle(-1);
        await(() -> output.written() >= 6_000);
        float[] song30 = exported(song.scene(), 26_001, 4_000)[0];
        float[] reversed = new float[4_000];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = song30[reversed.length - 1 - i];
        }
        assertThat(output.side(0, RISE, 4_000 - RISE)).isEqualTo(Arrays.copyOfRange(reversed, RISE, 4_000));
        output.allow(Integer.MAX_VALUE);
        await(() -> !transport.isPlaying());
        assertThat(transport.positionFrame()).isZero();
    }

    @Test
    void halfTheSpeedTakesTwiceAsLongAndFollowsTheLoop() throws InterruptedException {
        transport.setSpeed(0.5);
        transport.setLoop(Optional.of(new FrameRange(5_000, 25_000)));
        output.allow(100_000);
        transport.play();
        await(() -> output.written() >= 101_900);
        // 50,000 frames of the song: once to 25,000, then 20,000 and 5,000 in the loop.
        // The clock lets itself be corrected by up to 80 ms little by little.
        assertThat(transport.positionFrame()).isBetween(10_000L - 2_000, 10_000L + MemoryOutput.BUFFER);
        transport.setLoop(Optional.empty());
        output.allow(Integer.MAX_VALUE);
        await(() -> !transport.isPlaying());
        assertThat(transport.positionFrame()).isBetween(FRAMES - 200L, (long) FRAMES);
    }

    @Test
    void backAtTheUsualSpeedTheSongIsItselfAgain() throws InterruptedException {
        transport.setPitch(3);
        output.allow(10_000);
        transport.play();
        await(() -> output.written() >= 11_900);
        int before = output.written();
        transport.setPitch(0);
        output.allow(20_000);
        await(() -> output.written() >= 21_900);
        float[] heard = output.side(0, before + 500, 8_000);
        float[] song = exported(this.song.scene(), 0, FRAMES)[0];
        assertThat(java.util.stream.IntStream.range(before, before + 1_000)
                .anyMatch(at -> Arrays.equals(Arrays.copyOfRange(song, at, at + 8_000), heard))).isTrue();
    }

    @Test
    void playingNeitherAllocatesNorStopsForWhatIsWished() throws InterruptedException {
        transport.setLoop(Optional.of(new FrameRange(0, FRAMES)));
        output.keepNothing();
        output.allow(Integer.MAX_VALUE);
        transport.play();
        Thread.sleep(1_000);
        long thread = Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().equals("playback") && it.isAlive()).mapToLong(Thread::threadId).max().orElseThrow();
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long frames = output.written();
        long before = threads.getThreadAllocatedBytes(thread);
        Thread.sleep(500);
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isZero();
        assertThat(output.written() - frames).isGreaterThan(100_000);
    }

    private static float[][] exported(MixScene scene, long start, int count) {
        float[][] planes = new float[2][count];
        try (MixSource source = new MixSource(scene, new FrameRange(start, start + count))) {
            assertThat(source.read(planes, 0, count)).isEqualTo(count);
        }
        return planes;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("waited 10 s for nothing");
    }
}
