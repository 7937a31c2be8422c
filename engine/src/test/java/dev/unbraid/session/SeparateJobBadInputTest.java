package dev.unbraid.session;

import static dev.unbraid.session.Desk.constant;
import static dev.unbraid.session.Desk.done;
import static dev.unbraid.session.Desk.model;
import static dev.unbraid.session.Desk.noise;
import static dev.unbraid.session.Desk.request;
import static dev.unbraid.session.Desk.run;
import static dev.unbraid.session.Desk.tree;
import static dev.unbraid.session.Desk.wav;
import static dev.unbraid.session.Desk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.NoRoomException;
import dev.unbraid.codec.UnreadableAudioException;
import dev.unbraid.separation.BrokenOutputException;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class SeparateJobBadInputTest {
    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.5f, -1})
    void silenceAndConstantsComeBackAsTheyWere(float value) throws Exception {
        Path input = wav(folder.resolve("flat.wav"), 44_100, constant(2, 20_000, value));
        SeparateReport report = done(request(input, out(), model(1f)));
        for (float[] plane : Desk.read(report.stems().getFirst().path())) {
            for (float sample : plane) {
                assertThat(sample).isCloseTo(value, within(1e-5f));
            }
        }
    }

    @Test
    void clippedSoundIsSeparatedAsAnyOther() throws Exception {
        float[][] mix = noise(2, 20_000, 3);
        for (float[] plane : mix) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.clamp(plane[i], -1f, 1f);
            }
        }
        Path input = wav(folder.resolve("loud.wav"), 44_100, mix);
        SeparateReport report = done(request(input, out(), model(1f)));
        assertThat(Desk.read(report.stems().getFirst().path())[0][777]).isCloseTo(mix[0][777], within(1e-5f));
    }

    @Test
    void monoIsCopiedToBothChannelsAtFullLevel() throws Exception {
        float[][] mix = noise(1, 20_000, 0.5f);
        Path input = wav(folder.resolve("mono.wav"), 44_100, mix);
        float[][] stem = Desk.read(done(request(input, out(), model(1f))).stems().getFirst().path());
        assertThat(stem).hasDimensions(2, 20_000);
        assertThat(stem[0]).containsExactly(stem[1]);
        assertThat(stem[1][5_000]).isCloseTo(mix[0][5_000], within(1e-5f));
    }

    @Test
    void ofSixChannelsTheFirstTwoAreSeparatedWithAWarning() throws Exception {
        float[][] mix = noise(6, 20_000, 0.5f);
        Path input = wav(folder.resolve("surround.wav"), 44_100, mix);
        SeparateReport report = done(request(input, out(), model(1f)));
        assertThat(report.warnings()).contains(new Remark.FewerChannels(6, 2));
        assertThat(Desk.read(report.stems().getFirst().path())[1][5_000]).isCloseTo(mix[1][5_000], within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"1, 44100", "1, 8000", "1, 192000", "2, 48000", "441, 44100", "80, 8000", "1920, 192000"})
    void theShortestFilesKeepTheirLength(int frames, int rate) throws Exception {
        Path input = wav(folder.resolve("short.wav"), rate, noise(2, frames, 0.5f));
        SeparateReport report = done(with(request(input, out(), model(1f)),
                new OutputSound(Desk.FLOATS, OutputSound.Rate.SOURCE, OutputSound.Clip.LINKED)));
        assertThat(Desk.read(report.stems().getFirst().path())).hasDimensions(2, frames);
    }

    @Test
    void samplesThatAreNoNumbersBecomeSilenceWithAWarning() throws Exception {
        float[][] mix = noise(2, 20_000, 0.5f);
        mix[0][100] = Float.NaN;
        mix[1][200] = Float.POSITIVE_INFINITY;
        Path input = wav(folder.resolve("broken.wav"), 44_100, mix);
        SeparateReport report = done(request(input, out(), model(1f)));
        assertThat(report.warnings()).hasSize(1);
        float[][] stem = Desk.read(report.stems().getFirst().path());
        assertThat(stem[0][100]).isCloseTo(0, within(1e-5f));
        assertThat(stem[0][101]).isCloseTo(mix[0][101], within(1e-5f));
    }

    @Test
    void whatIsNotSoundIsRefusedAndLeavesNothing() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.wav"), "this is no music");
        assertThatThrownBy(() -> run(request(text, out(), model(1f)))).isInstanceOf(UnreadableAudioException.class);
        assertThat(tree(folder)).containsExactly("notes.wav");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "Größe", "绊", "🎸🎤", "-dash", "dots...", "x(2)"})
    void namesSurvive(String name) throws Exception {
        Path input = wav(folder.resolve(name + ".wav"), 44_100, noise(2, 1_000, 0.5f));
        assertThat(done(request(input, out(), model(1f))).stems().getFirst().path()).exists();
    }

    @Test
    void aNameOf250CharactersSurvivesInAFileName() throws Exception {
        Path input = wav(folder.resolve("n".repeat(250) + ".wav"), 44_100, noise(2, 1_000, 0.5f));
        SeparateReport report = done(with(request(input, out(), model(1f)), new OutputPlace(
                out(), new NameTemplate("{track} {stem}.{ext}"), OutputPlace.Existing.REFUSE)));
        assertThat(report.stems().getFirst().path()).exists();
        assertThat(report.stems().getFirst().path().getFileName().toString()).endsWith("nnn stem1.0.wav").hasSize(255);
    }

    @Test
    void twoTracksOfOneNameGetTheirOwnFolders() throws Exception {
        TrackNames names = new TrackNames();
        for (String album : List.of("A", "B")) {
            Path input = wav(Files.createDirectory(folder.resolve(album)).resolve("Song.wav"), 44_100, noise(2, 500, 0.5f));
            new SeparateJob(request(input, out(), model(1f)), names, Desk.PATIENT).run();
        }
        assertThat(tree(out())).containsExactly("Song", "Song (2)", "Song (2)/stem1.0.wav", "Song/stem1.0.wav");
    }

    @Test
    void whatIsThereIsKeptByteForByte() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 500, 0.5f));
        Files.createDirectories(out().resolve("song"));
        Path precious = Files.writeString(out().resolve("song/stem1.0.wav"), "precious");
        assertThatThrownBy(() -> run(request(input, out(), model(1f))))
                .isInstanceOf(OutputRefusedException.class)
                .hasMessageContaining(precious + " is already there");
        assertThat(run(with(request(input, out(), model(1f)), OutputPlace.Existing.SKIP)))
                .isEqualTo(new SeparateOutcome.Skipped(List.of(precious)));
        assertThat(precious).hasContent("precious");
        assertThat(tree(out())).containsExactly("song", "song/stem1.0.wav");
        run(with(request(input, out(), model(1f)), OutputPlace.Existing.OVERWRITE));
        assertThat(Desk.read(precious)).hasDimensions(2, 500);
    }

    /// The first command may have been killed as it ended; the second has nothing to do but to tidy up.
    @Test
    void skippingAllOfItRemovesWhatAKilledOneLeft() throws Exception {
        SeparateRequest request = with(request(
                wav(folder.resolve("song.wav"), 44_100, noise(2, 500, 0.5f)), out(), model(1f)), OutputPlace.Existing.SKIP);
        done(request);
        Path left = Files.createDirectory(out().resolve(".unbraid-00000001.part"));
        Files.createFile(left.resolve("1-1-1.new"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(70)));
        assertThat(run(request)).isInstanceOf(SeparateOutcome.Skipped.class);
        assertThat(tree(out())).containsExactly("song", "song/stem1.0.wav");
    }

    @Test
    void skippingFillsInWhatIsMissing() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 500, 0.5f));
        Files.createDirectories(out().resolve("song"));
        Path precious = Files.writeString(out().resolve("song/stem0.25.wav"), "precious");
        SeparateReport report =
                done(with(request(input, out(), model(0.25f, 0.75f)), OutputPlace.Existing.SKIP));
        assertThat(report.stems()).extracting(SeparateReport.StemFile::stem).containsExactly("stem0.75");
        assertThat(precious).hasContent("precious");
    }

    @Test
    void theInputIsNeverWrittenOver() throws Exception {
        Path input = wav(folder.resolve("stem1.0.wav"), 44_100, noise(2, 500, 0.5f));
        byte[] before = Files.readAllBytes(input);
        assertThatThrownBy(() -> run(with(request(input, folder, model(1f)), new OutputPlace(
                        folder, new NameTemplate("{stem}.{ext}"), OutputPlace.Existing.OVERWRITE))))
                .isInstanceOf(OutputRefusedException.class)
                .hasMessageContaining("is the input itself");
        assertThat(input).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(classes = {
        SeparateProgress.Reading.class, SeparateProgress.Separating.class, SeparateProgress.Writing.class
    })
    void cancellingLeavesNothing(Class<SeparateProgress> phase) throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 60_000, 0.5f));
        AtomicInteger seen = new AtomicInteger();
        // Limited samples have to be written in the end.
        SeparateRequest request = with(request(input, out().resolve("deep"), model(0.25f, 0.75f)),
                new OutputSound(Desk.FLOATS, OutputSound.Rate.MODEL, OutputSound.Clip.CLAMP));
        assertThat(cancelledAfter(3, phase, seen, request)).isEqualTo(new SeparateOutcome.Cancelled());
        // Another segment was at work when the third was told of, or another stem being written.
        assertThat(seen.get()).isBetween(3, phase.equals(SeparateProgress.Reading.class) ? 3 : 4);
        assertThat(tree(folder)).containsExactly("song.wav");
    }

    @Test
    void cancellingWhenTheFirstFileIsCompleteLeavesNothing() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 60_000, 0.5f));
        SeparateRequest request = request(input, out().resolve("deep"), model(0.25f, 0.75f));
        assertThat(cancelledAfter(1, SeparateProgress.Writing.class, new AtomicInteger(), request))
                .isEqualTo(new SeparateOutcome.Cancelled());
        assertThat(tree(folder)).containsExactly("song.wav");
    }

    private static SeparateOutcome cancelledAfter(
            int times, Class<? extends SeparateProgress> phase, AtomicInteger seen, SeparateRequest request) throws Exception {
        return new SeparateJob(request, new TrackNames(), new SeparateListener() {
            @Override
            public void progress(SeparateProgress progress) {
                if (phase.isInstance(progress)) {
                    seen.incrementAndGet();
                }
            }

            @Override
            public boolean isCancelled() {
                return seen.get() >= times;
            }
        }).run();
    }

    @Test
    void aFailingNetworkLeavesNothing() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 60_000, 0.5f));
        FractionsNetwork broken = new FractionsNetwork(Desk.MODEL, 10_000, List.of(1f)) {
            @Override
            public float[] separate(float[] mix) {
                float[] output = super.separate(mix);
                Arrays.fill(output, Float.NaN);
                return output;
            }
        };
        ModelBag bag = ModelBag.of("toy", Desk.MODEL, broken.stems(), 10_000, () -> broken);
        assertThatThrownBy(() -> run(request(input, out(), bag))).isInstanceOf(BrokenOutputException.class);
        assertThat(tree(folder)).containsExactly("song.wav");
    }

    @Test
    void aFileWhereAFolderIsNeededIsNamed() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 500, 0.5f));
        assertThatThrownBy(() -> run(request(input, input.resolve("below"), model(1f))))
                .isInstanceOf(OutputRefusedException.class);
        assertThat(tree(folder)).containsExactly("song.wav");
    }

    @Test
    void aFolderWithoutPermissionIsNamed() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 500, 0.5f));
        Files.createDirectory(out());
        assumeThat(out().toFile().setWritable(false)).as("the file system knows permissions").isTrue();
        assumeThat(Files.isWritable(out())).as("this user may write anywhere").isFalse();
        assertThatThrownBy(() -> run(request(input, out(), model(1f))))
                .isInstanceOf(OutputRefusedException.class)
                .hasMessageContaining(out() + ": you may not write here");
    }

    @Test
    void aFullDiskIsForeseen() throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(1, folder)) {
            Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 200_000, 0.5f));
            assertThatThrownBy(() -> run(request(input, disk.folder().resolve("out"), model(1f))))
                    .isInstanceOf(NoRoomException.class)
                    .hasMessageContaining("MB are needed while separating");
            assertThat(tree(disk.folder())).isEmpty();
        }
    }

    @Test
    void aDiskThatFillsUpMeanwhileIsToldAndLeavesNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(6, folder)) {
            Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 200_000, 0.5f));
            SeparateListener greedy = new SeparateListener() {
                @Override
                public void progress(SeparateProgress progress) {
                    disk.fill();
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };
            assertThatThrownBy(() -> new SeparateJob(
                                    request(input, disk.folder().resolve("out"), model(1f)), new TrackNames(), greedy)
                            .run())
                    .isInstanceOf(NoRoomException.class)
                    .hasMessageContaining("the disk is full");
            assertThat(tree(disk.folder())).containsExactly("ballast");
        }
    }

    @Test
    void threeHoursNeedNoMoreMemoryThanAShortTrack() throws Exception {
        assumeThat(folder.toFile().getUsableSpace()).as("three hours take 3 GB of disk").isGreaterThan(4_000_000_000L);
        AudioSpec spec = new AudioSpec(8_000, 2);
        Path input = wav(folder.resolve("long.wav"), 8_000, noise(1, 60 * 8_000, 0.5f), 3 * 60);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        AtomicInteger highestMegabytes = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        SeparateListener watch = new SeparateListener() {
            @Override
            public void progress(SeparateProgress progress) {
                if (told.incrementAndGet() % 1_000 == 0) {
                    System.gc();
                    long used = runtime.totalMemory() - runtime.freeMemory() - before;
                    highestMegabytes.accumulateAndGet((int) (used / 1_000_000), Math::max);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        new SeparateJob(request(input, out(), model(spec, 1f)), new TrackNames(), watch).run();
        // The track would be 691 MB in float.
        assertThat(highestMegabytes).hasValueLessThan(40);
        assertThat(told).hasValueGreaterThan(3_000);
    }
}
