package dev.unbraid.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class MixerTest {
    private static final int FRAMES = 100_000;
    private static final int RAMP = 221;
    private static final int FADE = 441;

    @TempDir
    Path folder;

    private TestSong song;

    @BeforeEach
    void record() throws IOException {
        song = new TestSong(folder, FRAMES);
    }

    @Test
    void withoutStemsTheOriginalIsHeardUnchanged() {
        assertThat(render(new Mixer(song.scene()), 100, 5_000)).isDeepEqualTo(song.original(100, 5_000));
    }

    @Test
    void neutralStemsAreTheirPlainSum() throws IOException {
        song.withStems(4);
        assertThat(render(new Mixer(song.scene()), 50_000, 5_000)).isDeepEqualTo(song.sum(50_000, 5_000, 0, 1, 2, 3));
    }

    @Test
    void aMonoStemGoesToBothSides() throws IOException {
        song.withMonoStem();
        assertThat(render(new Mixer(song.scene()), 0, 2_000)).isDeepEqualTo(song.stem(0, 0, 2_000));
    }

    @Test
    void soloLeavesTheSoloedStemsAlone() throws IOException {
        song.withStems(3).strip(1, it -> it.withSoloed(true));
        assertThat(render(new Mixer(song.scene()), 0, 2_000)).isDeepEqualTo(song.sum(0, 2_000, 1));
    }

    @Test
    void muteBeatsSolo() throws IOException {
        song.withStems(2).strip(0, it -> it.withSoloed(true).withMuted(true));
        assertThat(render(new Mixer(song.scene()), 0, 2_000)).isDeepEqualTo(new float[2][2_000]);
    }

    @Test
    void theSoloedMixIsTheOriginalAndTheMutedMixIsSilence() throws IOException {
        song.withStems(2).bus(it -> it.withSoloed(true));
        assertThat(render(new Mixer(song.scene()), 0, 2_000)).isDeepEqualTo(song.original(0, 2_000));
        song.bus(it -> it.withMuted(true));
        assertThat(render(new Mixer(song.scene()), 0, 2_000)).isDeepEqualTo(new float[2][2_000]);
    }

    @Test
    void panningLeavesTheNearSideAsItIs() throws IOException {
        song.withStems(1).strip(0, it -> it.withPan(0.25));
        float[][] heard = render(new Mixer(song.scene()), 0, 1_000);
        float[][] stem = song.stem(0, 0, 1_000);
        assertThat(heard[1]).isEqualTo(stem[1]);
        for (int i = 0; i < 1_000; i++) {
            assertThat(heard[0][i]).isEqualTo(stem[0][i] * 0.75f);
        }
    }

    @Test
    void theLowestGainIsSilence() throws IOException {
        song.withStems(1).strip(0, it -> it.withGainDb(-60));
        assertThat(render(new Mixer(song.scene()), 0, 1_000)).isDeepEqualTo(new float[2][1_000]);
    }

    @Test
    void aMuteRampsInAStraightLineOverFiveMilliseconds() throws IOException {
        song.withStems(2);
        Mixer mixer = new Mixer(song.scene());
        render(mixer, 0, 1_000);
        song.strip(1, it -> it.withMuted(true));
        mixer.setScene(song.scene());
        float[][] heard = render(mixer, 1_000, 1_000);
        float[][] stays = song.stem(0, 1_000, 1_000);
        float[][] goes = song.stem(1, 1_000, 1_000);
        for (int i = 0; i < 1_000; i++) {
            double gain = Math.max(0, 1 - (double) i / RAMP);
            assertThat(heard[0][i]).as("frame %d", i).isCloseTo((float) (stays[0][i] + gain * goes[0][i]), within(1e-7f));
        }
        assertThat(heard[0][RAMP]).isEqualTo(stays[0][RAMP]);
    }

    @Test
    void theSizeOfTheBlocksChangesNoSample() throws IOException {
        song.withStems(3).withGrowingStem();
        song.grow(4_000, 3_000);
        var whole = new Mixer(song.scene());
        var pieces = new Mixer(song.scene());
        Random random = new Random(3);
        long at = 0;
        for (int change = 0; change < 12; change++) {
            int count = 100 + random.nextInt(2_000);
            float[][] expected = render(whole, at, count);
            float[][] found = new float[2][count];
            for (int done = 0; done < count; ) {
                int now = Math.min(1 + random.nextInt(300), count - done);
                pieces.render(at + done, found, done, now);
                done += now;
            }
            assertThat(found).as("after change %d", change).isDeepEqualTo(expected);
            at += count;
            double gainDb = -random.nextInt(20);
            boolean soloed = random.nextBoolean();
            song.strip(change % 3, it -> it.withGainDb(gainDb).withPan(gainDb / 20));
            song.bus(it -> it.withSoloed(soloed).withGainDb(gainDb / 2));
            whole.setScene(song.scene());
            pieces.setScene(song.scene());
        }
    }

    @Test
    void theStemsFadeInBehindTheBorderOfWhatIsThere() throws IOException {
        song.withGrowingStem();
        song.grow(10_000, 20_000);
        float[][] heard = render(new Mixer(song.scene()), 0, 40_000);
        float[][] original = song.original(0, 40_000);
        float[][] stem = song.stem(0, 0, 40_000);
        for (int i = 0; i < 40_000; i++) {
            double weight = Math.clamp(Math.min(i - 10_000, 30_000 - i) / (double) FADE, 0, 1);
            double expected = weight * stem[1][i] + (1 - weight) * original[1][i];
            assertThat(heard[1][i]).as("frame %d", i).isCloseTo((float) expected, within(1e-7f));
        }
        assertThat(heard[1][9_999]).isEqualTo(original[1][9_999]);
        assertThat(heard[1][10_000 + FADE]).isEqualTo(stem[1][10_000 + FADE]);
    }

    @Test
    void everyHoleInAnyStemIsTheOriginalWithAFadeOnBothSides() throws IOException {
        song.withStems(1).withGrowingStem();
        List<FrameRange> there = List.of(
                new FrameRange(20_000, 27_000), new FrameRange(3_000, 9_000), new FrameRange(28_000, 28_100),
                new FrameRange(30_000, 40_000));
        for (FrameRange range : there) {
            song.grow(range.start(), (int) range.length());
        }
        float[][] heard = render(new Mixer(song.scene()), 0, 40_000);
        float[][] original = song.original(0, 40_000);
        float[][] sum = song.sum(0, 40_000, 0, 1);
        for (int i = 0; i < 40_000; i++) {
            int frame = i;
            long inside = there.stream()
                    .filter(it -> it.start() <= frame && frame < it.end())
                    .mapToLong(it -> Math.min(frame - it.start(), it.end() - frame)).findFirst().orElse(0);
            double weight = Math.min(1, inside / (double) FADE);
            double expected = weight * sum[0][i] + (1 - weight) * original[0][i];
            assertThat(heard[0][i]).as("frame %d", i).isCloseTo((float) expected, within(1e-7f));
        }
    }

    @Test
    void stemsThatAreTakenAwayFadeToTheOriginal() throws IOException {
        song.withStems(2);
        Mixer mixer = new Mixer(song.scene());
        render(mixer, 0, 1_000);
        float[][] sum = song.sum(1_000, 1_000, 0, 1);
        float[][] original = song.original(1_000, 1_000);
        mixer.setScene(song.withoutStems().scene());
        float[][] heard = render(mixer, 1_000, 1_000);
        for (int i = 0; i < FADE; i++) {
            double weight = 1 - (double) i / FADE;
            double expected = weight * sum[0][i] + (1 - weight) * original[0][i];
            assertThat(heard[0][i]).as("frame %d", i).isCloseTo((float) expected, within(1e-7f));
        }
        assertThat(heard[0][FADE]).isEqualTo(original[0][FADE]);
    }

    @Test
    void whatIsExportedIsWhatIsRendered() throws IOException {
        song.withStems(3).strip(1, it -> it.withGainDb(-3.5).withPan(-0.3)).strip(2, it -> it.withMuted(true));
        song.bus(it -> it.withGainDb(1.5));
        float[][] heard = render(new Mixer(song.scene()), 0, 20_000);
        try (var export = new MixSource(song.scene(), new FrameRange(5_000, 20_000))) {
            float[][] written = new float[2][15_000];
            for (int done = 0; done < 15_000; ) {
                done += export.read(written, done, 777);
            }
            assertThat(export.read(written, 0, 1)).isEqualTo(-1);
            assertThat(written[0]).isEqualTo(java.util.Arrays.copyOfRange(heard[0], 5_000, 20_000));
            assertThat(written[1]).isEqualTo(java.util.Arrays.copyOfRange(heard[1], 5_000, 20_000));
        }
    }

    @Test
    void beforeAndAfterTheSongIsSilence() throws IOException {
        song.withStems(1);
        Mixer mixer = new Mixer(song.scene());
        assertThat(render(mixer, -2_000, 2_000)).isDeepEqualTo(new float[2][2_000]);
        assertThat(render(mixer, FRAMES, 2_000)).isDeepEqualTo(new float[2][2_000]);
    }

    @Test
    void metersShowWhatTheirStripsLetThrough() throws IOException {
        song.withStems(2).strip(1, it -> it.withMuted(true)).bus(it -> it.withGainDb(12));
        MixScene scene = song.scene();
        Mixer mixer = new Mixer(scene);
        float[][] heard = render(mixer, 0, 896);
        float[][] stem = song.stem(0, 0, 896);
        assertThat(scene.stems().get(0).meter().peak()).isEqualTo(highest(stem));
        assertThat(scene.stems().get(1).meter().peak()).isZero();
        assertThat(scene.busMeter().peak()).isEqualTo(highest(heard));
        assertThat(scene.busMeter().rms()).isCloseTo((float) Math.max(rms(heard[0]), rms(heard[1])), within(1e-5f));
        assertThat(scene.busMeter().clipped()).isFalse();
        mixer.rest();
        assertThat(scene.busMeter().peak()).isZero();
    }

    @Test
    void renderingAllocatesNothing() throws IOException {
        song.withStems(4).withGrowingStem();
        song.grow(20_000, 40_000);
        MixScene[] scenes = new MixScene[64];
        for (int i = 0; i < scenes.length; i++) {
            double gainDb = -i / 8.0;
            boolean soloed = i % 16 == 0;
            scenes[i] = song.strip(i % 4, it -> it.withGainDb(gainDb)).bus(it -> it.withSoloed(soloed)).scene();
        }
        Mixer mixer = new Mixer(song.scene());
        float[][] out = new float[2][128];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // The compiler itself allocates now and then; what a block allocates would be there in every round.
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 40; round++) {
            long allocated = 0;
            for (MixScene scene : scenes) {
                mixer.setScene(scene);
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int block = 0; block < 100; block++) {
                    mixer.render(block * 1_000L + (block % 3 == 0 ? 0 : 128), out, 0, 128);
                }
                allocated += threads.getCurrentThreadAllocatedBytes() - before;
            }
            least = Math.min(least, allocated);
        }
        assertThat(least).isZero();
    }

    private static float highest(float[][] planes) {
        float highest = 0;
        for (float[] plane : planes) {
            for (float sample : plane) {
                highest = Math.max(highest, Math.abs(sample));
            }
        }
        return highest;
    }

    private static double rms(float[] plane) {
        double sum = 0;
        for (float sample : plane) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / plane.length);
    }

    private static float[][] render(Mixer mixer, long start, int count) {
        float[][] out = new float[2][count];
        mixer.render(start, out, 0, count);
        return out;
    }
}
