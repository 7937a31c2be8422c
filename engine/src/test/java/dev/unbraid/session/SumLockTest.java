package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.dsp.ExactSum;
import dev.unbraid.mix.LaneMeter;
import dev.unbraid.mix.MixScene;
import dev.unbraid.mix.MixSource;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.project.SumLock;
import dev.unbraid.separation.ModelBag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

@Timeout(120)
class SumLockTest {
    private static final int FRAMES = 50_001;
    private static final SumLock FOLD = new SumLock.Fold("stem0.25");
    private static final SumLock SPREAD = new SumLock.Spread();
    private static final SumLock OFF = new SumLock.Off();
    /// -120 dB of full scale.
    private static final double INAUDIBLE = 1e-6;

    @TempDir
    Path folder;

    /// Three stems that leave an eighth of the mix over.
    private final ModelBag bag = Desk.model(0.25f, 0.125f, 0.5f);

    private OwnedSession open() throws Exception {
        return OwnedSession.in(folder.resolve("session"), new ToySeparators(bag));
    }

    private static float[][] of24Bits(int channels) {
        float[][] planes = Desk.noise(channels, FRAMES, 0.9f);
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.round(plane[i] * (1 << 23)) / (float) (1 << 23);
            }
        }
        return planes;
    }

    private Song separated(OwnedSession desk, int rate, float[][] sound) throws Exception {
        Path file = Desk.wav(folder.resolve("song.wav"), rate, sound);
        assertThat(desk.end(desk.ask(it -> it.open(file)))).isEqualTo(new JobState.Done());
        Song song = song(desk);
        Job job = desk.ask(it -> it.separate(new SeparateWish(song.id(), "toy", List.of(), 0, "cpu")));
        assertThat(desk.end(job)).isEqualTo(new JobState.Done());
        return song(desk);
    }

    private Song separated(OwnedSession desk) throws Exception {
        return separated(desk, 44_100, of24Bits(2));
    }

    private static Song song(OwnedSession desk) throws Exception {
        return desk.project().songs().getFirst();
    }

    private static Job lock(OwnedSession desk, SumLock how) throws Exception {
        Song song = song(desk);
        Job job = desk.ask(it -> it.lockSum(song.id(), how)).orElseThrow();
        assertThat(desk.end(job)).isEqualTo(new JobState.Done());
        assertThat(song(desk).sum().lock()).isEqualTo(how);
        return job;
    }

    private static float[][][] stems(OwnedSession desk) throws Exception {
        List<Lane> lanes = song(desk).stems();
        float[][][] sounds = new float[lanes.size()][][];
        for (int i = 0; i < sounds.length; i++) {
            sounds[i] = desk.sound(lanes.get(i).asset());
        }
        return sounds;
    }

    private static float[][] sum(float[][][] stems) {
        float[][] sum = new float[stems[0].length][stems[0][0].length];
        float[] parts = new float[stems.length];
        for (int channel = 0; channel < sum.length; channel++) {
            for (int i = 0; i < sum[channel].length; i++) {
                for (int stem = 0; stem < parts.length; stem++) {
                    parts[stem] = stems[stem][channel][i];
                }
                sum[channel][i] = ExactSum.of(parts);
            }
        }
        return sum;
    }

    private static float[][] stereo(float[][] planes) {
        return new float[][] {planes[0], planes[planes.length - 1]};
    }

    private static NullLevel nullLevel(OwnedSession desk) throws Exception {
        Song song = song(desk);
        return desk.ask(it -> NullLevel.of(it.sound(song.mix().asset()).orElseThrow(),
                song.stems().stream().map(stem -> it.sound(stem.asset()).orElseThrow()).toList(),
                new FrameRange(0, FRAMES)));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 22_050})
    void lockedStemsAddUpToTheMixToTheLastBitAtAnyRate(int rate) throws Exception {
        for (int channels = 1; channels <= 2; channels++) {
            try (OwnedSession desk = open()) {
                float[][] mix = of24Bits(channels);
                separated(desk, rate, mix);
                assertThat(nullLevel(desk).peakDb()).isBetween(-30.0, 0.0);
                for (SumLock how : List.of(FOLD, SPREAD)) {
                    Job job = lock(desk, how);
                    assertThat(sum(stems(desk))).isDeepEqualTo(stereo(mix));
                    assertThat(job.warnings()).isEmpty();
                    assertThat(nullLevel(desk).isExact()).isTrue();
                }
            }
        }
    }

    @Test
    void foldingLeavesTheOtherStemsAsTheyAreHeard() throws Exception {
        try (OwnedSession desk = open()) {
            separated(desk);
            float[][][] before = stems(desk);
            lock(desk, FOLD);
            float[][][] after = stems(desk);
            for (int stem = 1; stem < 3; stem++) {
                for (int i = 0; i < FRAMES; i++) {
                    assertThat(Math.abs(after[stem][0][i] - before[stem][0][i])).isLessThan((float) INAUDIBLE);
                }
            }
            assertThat(after[0]).isNotEqualTo(before[0]);
        }
    }

    @Test
    void spreadingGivesEachStemItsShareOfTheEnergy() throws Exception {
        try (OwnedSession desk = open()) {
            float[][] mix = of24Bits(2);
            separated(desk, 44_100, mix);
            float[][][] before = stems(desk);
            lock(desk, SPREAD);
            float[][][] after = stems(desk);
            double[] fractions = {0.25, 0.125, 0.5};
            double all = 0.25 * 0.25 + 0.125 * 0.125 + 0.5 * 0.5;
            for (int stem = 0; stem < 3; stem++) {
                double share = fractions[stem] * fractions[stem] / all;
                for (int i = 0; i < FRAMES; i++) {
                    double rest = mix[1][i] - ((double) before[0][1][i] + before[1][1][i] + before[2][1][i]);
                    assertThat(Math.abs(after[stem][1][i] - before[stem][1][i] - share * rest)).isLessThan(INAUDIBLE);
                }
            }
        }
    }

    @Test
    void lockingIsOneStepToUndoAndOffBringsBackWhatTheNetworkMade() throws Exception {
        try (OwnedSession desk = open()) {
            Song before = separated(desk);
            lock(desk, FOLD);
            Song folded = song(desk);
            assertThat(folded.asSeparated()).isEqualTo(before.asSeparated());
            desk.tell(Session::undo);
            assertThat(song(desk)).isEqualTo(before);
            desk.tell(Session::redo);
            assertThat(song(desk)).isEqualTo(folded);
            lock(desk, SPREAD);
            boolean works = desk.ask(it -> it.lockSum(before.id(), OFF).isPresent());
            assertThat(works).isFalse();
            assertThat(song(desk)).isEqualTo(before);
            desk.tell(Session::undo);
            assertThat(song(desk).sum().lock()).isEqualTo(SPREAD);
            assertThat(nullLevel(desk).isExact()).isTrue();
        }
    }

    @Test
    void theResidualCompletesTheStemsAndIsBornMuted() throws Exception {
        try (OwnedSession desk = open()) {
            float[][] mix = of24Bits(2);
            Song before = separated(desk, 44_100, mix);
            assertThat(desk.end(desk.ask(it -> it.showResidual(before.id())))).isEqualTo(new JobState.Done());
            Lane residual = song(desk).sum().residual().orElseThrow();
            assertThat(residual.name()).isEqualTo("Residual");
            assertThat(residual.strip().muted()).isTrue();
            assertThat(heard(desk)).isDeepEqualTo(sum(stems(desk)));
            desk.tell(it -> it.edit(new Edit.SetStrip(residual.id(), residual.strip().withMuted(false))));
            float[][] all = heard(desk);
            for (int i = 0; i < FRAMES; i++) {
                // One float cannot take the last bits that ours has to round away.
                assertThat(Math.abs(all[0][i] - mix[0][i])).isLessThanOrEqualTo(Math.ulp(1f) / 16);
            }
            desk.tell(it -> it.edit(new Edit.SetStrip(residual.id(), residual.strip().withSoloed(true))));
            assertThat(heard(desk)).isDeepEqualTo(desk.sound(residual.asset()));
            lock(desk, FOLD);
            assertThat(song(desk).sum().residual()).isEmpty();
            assertThat(heard(desk)).isDeepEqualTo(mix);
        }
    }

    @Test
    void withAllFadersAtZeroLockedStemsPlayTheMix() throws Exception {
        try (OwnedSession desk = open()) {
            float[][] mix = of24Bits(2);
            separated(desk, 44_100, mix);
            lock(desk, SPREAD);
            assertThat(heard(desk)).isDeepEqualTo(mix);
        }
    }

    private static float[][] heard(OwnedSession desk) throws Exception {
        Song song = song(desk);
        return desk.ask(it -> {
            float[][] planes = new float[2][FRAMES];
            new MixSource(MixScene.of(song, it::sound, _ -> new LaneMeter()), new FrameRange(0, FRAMES))
                    .read(planes, 0, FRAMES);
            return planes;
        });
    }

    @Test
    void aLockIsSavedWithWhatTheStemsWereBefore() throws Exception {
        Path file = folder.resolve("song.unbraid");
        float[][][] before;
        Project locked;
        try (OwnedSession desk = open()) {
            separated(desk);
            before = stems(desk);
            lock(desk, FOLD);
            assertThat(desk.end(desk.ask(it -> it.save(file)))).isEqualTo(new JobState.Done());
            locked = desk.project();
        }
        try (OwnedSession desk = open()) {
            assertThat(desk.end(desk.ask(it -> it.load(file)))).isEqualTo(new JobState.Done());
            assertThat(desk.project()).isEqualTo(locked);
            assertThat(nullLevel(desk).isExact()).isTrue();
            desk.tell(it -> it.lockSum(it.project().songs().getFirst().id(), OFF));
            assertThat(stems(desk)).isDeepEqualTo(before);
        }
    }

    @Test
    void aResidualIsSaved() throws Exception {
        Path file = folder.resolve("song.unbraid");
        float[][] rest;
        try (OwnedSession desk = open()) {
            Song song = separated(desk);
            desk.end(desk.ask(it -> it.showResidual(song.id())));
            rest = desk.sound(song(desk).sum().residual().orElseThrow().asset());
            assertThat(desk.end(desk.ask(it -> it.save(file)))).isEqualTo(new JobState.Done());
        }
        try (OwnedSession desk = open()) {
            assertThat(desk.end(desk.ask(it -> it.load(file)))).isEqualTo(new JobState.Done());
            assertThat(desk.sound(song(desk).sum().residual().orElseThrow().asset())).isDeepEqualTo(rest);
        }
    }

    @Test
    void theLastWishCounts() throws Exception {
        try (OwnedSession desk = open()) {
            Song song = separated(desk);
            List<Optional<Job>> jobs = desk.ask(it -> List.of(
                    it.lockSum(song.id(), FOLD), it.lockSum(song.id(), SPREAD)));
            assertThat(desk.end(jobs.getFirst().orElseThrow())).isEqualTo(new JobState.Cancelled());
            assertThat(desk.end(jobs.getLast().orElseThrow())).isEqualTo(new JobState.Done());
            assertThat(song(desk).sum().lock()).isEqualTo(SPREAD);
            desk.tell(it -> {
                it.lockSum(song.id(), FOLD);
                it.undo();
                it.undo();
            });
            desk.until(it -> it.jobs().stream().allMatch(job -> job.state().isOver()));
            assertThat(song(desk).stems()).isEmpty();
        }
    }

    @Test
    void finerBitsThanStemsCanHoldAreCounted() throws Exception {
        try (OwnedSession desk = open()) {
            float[][] mix = Desk.noise(2, FRAMES, 0.5f);
            // No stem of a network is silent here, and none as quiet as this.
            mix[0][30_000] = 1.2345678e-20f;
            separated(desk, 44_100, mix);
            Job job = lock(desk, SPREAD);
            float[][] sum = sum(stems(desk));
            long misses = 0;
            for (int channel = 0; channel < 2; channel++) {
                for (int i = 0; i < FRAMES; i++) {
                    misses += sum[channel][i] == mix[channel][i] ? 0 : 1;
                }
            }
            if (misses > 0) {
                assertThat(job.warnings()).containsExactly(new Remark.FinerBits(misses));
            } else {
                assertThat(job.warnings()).isEmpty();
            }
        }
    }

    @Test
    void whatIsNotThereCannotBeLocked() throws Exception {
        try (OwnedSession desk = open()) {
            Song song = separated(desk);
            assertThatIllegalArgumentException().isThrownBy(() -> refused(desk, song, new SumLock.Fold("choir")))
                    .withMessageContaining("no stem choir");
            desk.tell(it -> it.edit(new Edit.RemoveStems(song.id())));
            assertThatIllegalArgumentException().isThrownBy(() -> refused(desk, song, SPREAD)).withMessageContaining("no stems");
        }
    }

    @Test
    void filesOfLockedStemsAddUpToTheMix() throws Exception {
        float[][] mix = of24Bits(2);
        Path file = Desk.wav(folder.resolve("song.wav"), 44_100, mix);
        for (SumLock how : List.of(FOLD, SPREAD)) {
            SeparateRequest request = Desk.with(
                    Desk.request(file, folder.resolve("out" + how), bag), new StemSelection.Locked(bag.stems(), how));
            SeparateReport report = Desk.done(request);
            assertThat(sum(files(report))).isDeepEqualTo(mix);
            assertThat(report.residualDb()).hasValue(Double.NEGATIVE_INFINITY);
            assertThat(report.recipe().sumLock()).isEqualTo(how);
            assertThat(report.warnings()).isEmpty();
            assertThat(Desk.tree(folder.resolve("out" + how)))
                    .containsExactly("song", "song/stem0.125.wav", "song/stem0.25.wav", "song/stem0.5.wav");
        }
    }

    @Test
    void theResidualIsOneMoreFile() throws Exception {
        float[][] mix = of24Bits(2);
        Path file = Desk.wav(folder.resolve("song.wav"), 44_100, mix);
        SeparateReport report = Desk.done(
                Desk.with(Desk.request(file, folder.resolve("out"), bag), new StemSelection.AndResidual(bag.stems())));
        assertThat(report.stems().getLast().stem()).isEqualTo("residual");
        float[][] sum = sum(files(report));
        for (int i = 0; i < FRAMES; i++) {
            assertThat(Math.abs(sum[0][i] - mix[0][i])).isLessThanOrEqualTo(Math.ulp(1f) / 16);
        }
    }

    private static float[][][] files(SeparateReport report) throws Exception {
        float[][][] files = new float[report.stems().size()][][];
        for (int i = 0; i < files.length; i++) {
            files[i] = Desk.read(report.stems().get(i).path());
        }
        return files;
    }

    private static void refused(OwnedSession desk, Song song, SumLock how) throws Exception {
        try {
            desk.ask(it -> it.lockSum(song.id(), how));
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }
}
