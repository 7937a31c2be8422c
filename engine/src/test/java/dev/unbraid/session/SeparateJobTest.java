package dev.unbraid.session;

import static dev.unbraid.session.Desk.done;
import static dev.unbraid.session.Desk.model;
import static dev.unbraid.session.Desk.noise;
import static dev.unbraid.session.Desk.request;
import static dev.unbraid.session.Desk.tree;
import static dev.unbraid.session.Desk.wav;
import static dev.unbraid.session.Desk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.codec.Tags;
import dev.unbraid.dsp.RunningStatistics;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SeparateJobTest {
    private static final OutputFormat PCM_16 = new OutputFormat(Container.WAV, SampleFormat.PCM_16);

    @TempDir
    Path folder;

    private static OutputSound sound(OutputFormat format, OutputSound.Clip clip) {
        return new OutputSound(format, OutputSound.Rate.MODEL, clip);
    }

    @Test
    void everyStemBecomesAFileAndTheirSumIsTheMix() throws Exception {
        float[][] mix = noise(2, 50_000, 0.5f);
        Path input = wav(folder.resolve("song.wav"), 44_100, mix);
        SeparateReport report = done(request(input, folder.resolve("out"), model(0.25f, 0.75f)));
        assertThat(tree(folder.resolve("out")))
                .containsExactly("song", "song/stem0.25.wav", "song/stem0.75.wav");
        float[][] quarter = Desk.read(report.stems().get(0).path());
        float[][] rest = Desk.read(report.stems().get(1).path());
        for (int i = 0; i < 50_000; i++) {
            assertThat(quarter[1][i]).isCloseTo(mix[1][i] * 0.25f, within(1e-5f));
            assertThat(quarter[0][i] + rest[0][i]).isCloseTo(mix[0][i], within(1e-5f));
        }
        assertThat(report.stems().get(0).length()).isEqualTo(new SeparateReport.Length(50_000, 44_100));
        assertThat(report.stems().get(0).peakDb()).isCloseTo(20 * Math.log10(0.125), within(0.01));
        assertThat(report.residualDb().orElseThrow()).isLessThan(-80);
        assertThat(report.recipe().inputSha256()).matches("[0-9a-f]{64}");
        assertThat(report.warnings()).isEmpty();
    }

    /// Float WAV at the model's rate is filled by the run itself; where every sample may have to be limited, it is written in the end.
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aFileThatTheRunFillsIsTheOneThatWouldBeWritten(int shifts) throws Exception {
        float[][] mix = noise(2, 50_000, 0.5f);
        mix[1][49_990] = 0.75f;
        mix[0][10] = -0.625f;
        Path input = wav(folder.resolve("song.wav"), 44_100, mix);
        List<SeparateReport> reports = new ArrayList<>();
        for (OutputSound.Clip clip : List.of(OutputSound.Clip.LINKED, OutputSound.Clip.CLAMP)) {
            SeparateRequest request = request(input, folder.resolve(clip.name()), model(0.25f, 0.75f));
            SeparateRequest.Separating shifted = new SeparateRequest.Separating(
                    request.bag(), request.separating().settings().withShifts(shifts, 7));
            reports.add(done(new SeparateRequest(
                    input, shifted, request.selection(), request.place(), sound(Desk.FLOATS, clip))));
        }
        for (int stem = 0; stem < 2; stem++) {
            SeparateReport.StemFile filled = reports.get(0).stems().get(stem);
            SeparateReport.StemFile written = reports.get(1).stems().get(stem);
            assertThat(filled.path()).hasSameBinaryContentAs(written.path());
            assertThat(filled.peakDb()).isEqualTo(written.peakDb());
            assertThat(filled.length()).isEqualTo(written.length());
        }
        assertThat(reports.get(0).residualDb()).isEqualTo(reports.get(1).residualDb());
    }

    @Test
    void twoRunsGiveTheSameBytes() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 48_000, noise(2, 30_000, 0.5f));
        for (String out : List.of("a", "b")) {
            done(with(request(input, folder.resolve(out), model(0.5f)), sound(PCM_16, OutputSound.Clip.LINKED)));
        }
        assertThat(folder.resolve("a/song/stem0.5.wav")).hasSameBinaryContentAs(folder.resolve("b/song/stem0.5.wav"));
    }

    @Test
    void onlyTheWantedStemIsWritten() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 5_000, 0.5f));
        SeparateRequest all = request(input, folder.resolve("out"), model(0.25f, 0.75f));
        SeparateReport report = done(with(all, new StemSelection.Each(List.of("stem0.75"))));
        assertThat(tree(folder.resolve("out"))).containsExactly("song", "song/stem0.75.wav");
        assertThat(report.residualDb()).isEmpty();
    }

    @Test
    void aStemThatTheModelLacksIsNamed() {
        SeparateRequest all = request(folder.resolve("x"), folder, model(0.25f));
        assertThatThrownBy(() -> with(all, new StemSelection.Each(List.of("kazoo"))))
                .hasMessage("toy has no stem \"kazoo\"; it has stem0.25.");
    }

    @ParameterizedTest
    @EnumSource
    void twoStemsAreOneAndTheRest(StemSelection.Rest rest) throws Exception {
        float[][] mix = noise(2, 20_000, 0.5f);
        Path input = wav(folder.resolve("song.wav"), 44_100, mix);
        SeparateRequest all = request(input, folder.resolve("out"), model(0.25f, 0.125f, 0.5f));
        SeparateReport report = done(with(all, new StemSelection.Two("stem0.25", rest)));
        assertThat(tree(folder.resolve("out")))
                .containsExactly("song", "song/no_stem0.25.wav", "song/stem0.25.wav");
        float expected = switch (rest) {
            case ADD -> 0.625f;
            case MINUS -> 0.75f;
        };
        float[][] others = Desk.read(report.stems().get(1).path());
        assertThat(others[0][12_345]).isCloseTo(mix[0][12_345] * expected, within(1e-5f));
    }

    @Test
    void oneGainForAllStemsKeepsTheirSumTheMix() throws Exception {
        float[][] mix = noise(2, 30_000, 0.9f);
        Path input = wav(folder.resolve("song.wav"), 44_100, mix);
        SeparateReport report = done(with(
                request(input, folder.resolve("out"), model(2f, 0.5f)), sound(PCM_16, OutputSound.Clip.LINKED)));
        double gain = report.stems().getFirst().gain();
        assertThat(gain).isBetween(0.5, 0.6);
        assertThat(report.stems()).allMatch(stem -> stem.gain() == gain && stem.peakDb() <= 0);
        float[][] loud = Desk.read(report.stems().get(0).path());
        float[][] soft = Desk.read(report.stems().get(1).path());
        for (int i = 0; i < 30_000; i++) {
            assertThat(loud[0][i] + soft[0][i]).isCloseTo((float) (2.5 * gain) * mix[0][i], within(2e-4f));
        }
    }

    @Test
    void withoutPeaksThereIsNoGain() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 10_000, 0.9f));
        SeparateReport report = done(with(
                request(input, folder.resolve("out"), model(1f)), sound(PCM_16, OutputSound.Clip.LINKED)));
        assertThat(report.stems().getFirst().gain()).isEqualTo(1);
    }

    @Test
    void floatsKeepPeaksUnlessClamped() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 10_000, 0.9f));
        SeparateRequest request = request(input, folder.resolve("linked"), model(2f));
        assertThat(done(request).stems().getFirst().peakDb()).isGreaterThan(4);
        SeparateRequest clamped = with(request(input, folder.resolve("clamped"), model(2f)),
                sound(Desk.FLOATS, OutputSound.Clip.CLAMP));
        assertThat(done(clamped).stems().getFirst().peakDb()).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 22_050, 44_100, 48_000, 96_000, 192_000})
    void stemsAtTheSourcesRateHaveTheSourcesLength(int rate) throws Exception {
        float[][] tone = new float[2][rate / 3 + 7];
        for (int i = 0; i < tone[0].length; i++) {
            tone[0][i] = tone[1][i] = (float) Math.sin(2 * Math.PI * 440 * i / rate) * 0.5f;
        }
        Path input = wav(folder.resolve("song.wav"), rate, tone);
        SeparateReport report = done(with(request(input, folder.resolve("out"), model(1f)),
                new OutputSound(Desk.FLOATS, OutputSound.Rate.SOURCE, OutputSound.Clip.LINKED)));
        float[][] stem = Desk.read(report.stems().getFirst().path());
        assertThat(stem[0]).hasSameSizeAs(tone[0]);
        int middle = tone[0].length / 2;
        for (int i = middle; i < middle + 100; i++) {
            assertThat(stem[0][i]).isCloseTo(tone[0][i], within(1e-4f));
        }
    }

    @Test
    void tagsAreCarriedOver() throws Exception {
        Tags tags = new Tags(Optional.of("Größe"), Optional.of("绊"), Optional.of("album"), Optional.of("2024"));
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 5_000, 0.5f), tags);
        SeparateReport report = done(with(request(input, folder.resolve("out"), model(1f)),
                sound(new OutputFormat(Container.FLAC, SampleFormat.PCM_24), OutputSound.Clip.LINKED)));
        assertThat(report.stems().getFirst().path()).hasFileName("stem1.0.flac");
        try (AudioReader reader = AudioFiles.open(report.stems().getFirst().path())) {
            assertThat(reader.info().tags()).isEqualTo(tags);
        }
    }

    @Test
    void progressReadsThenSeparatesThenWrites() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 50_000, 0.5f));
        List<SeparateProgress> told = new ArrayList<>();
        new SeparateJob(request(input, folder.resolve("out"), model(1f)), new TrackNames(), new SeparateListener() {
            @Override
            public void progress(SeparateProgress progress) {
                told.add(progress);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        }).run();
        assertThat(told.stream().map(it -> it.getClass().getSimpleName()).distinct())
                .containsExactly("Reading", "Separating", "Writing");
        assertThat(told.getLast()).isEqualTo(new SeparateProgress.Writing("stem1.0", 50_000, 50_000));
        assertThat(told).anySatisfy(it -> assertThat(it).isInstanceOfSatisfying(
                SeparateProgress.Separating.class, done -> {
                    assertThat(done.segmentsDone()).isEqualTo(done.segments()).isEqualTo(7);
                    assertThat(done.secondsLeft()).hasValue(0);
                }));
    }

    @Test
    void theInputStaysAsItIs() throws Exception {
        Path input = wav(folder.resolve("song.wav"), 44_100, noise(2, 5_000, 0.5f));
        byte[] before = Files.readAllBytes(input);
        done(request(input, folder, model(1f)));
        assertThat(input).hasBinaryContent(before);
        assertThat(tree(folder)).containsExactly("song", "song.wav", "song/stem1.0.wav");
    }

    @Test
    void theNetworkSeesTheTrackAtMeanZeroAndDeviationOne() throws Exception {
        float[][] mix = noise(2, 10_000, 0.3f);
        for (float[] plane : mix) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = plane[i] * 0.5f + 0.25f;
            }
        }
        mix[1] = mix[0];
        Path input = wav(folder.resolve("song.wav"), 44_100, mix);
        List<float[]> seen = new ArrayList<>();
        FractionsNetwork network = new FractionsNetwork(Desk.MODEL, 10_000, List.of(1f)) {
            @Override
            public float[] separate(float[] segment) {
                seen.add(segment.clone());
                return super.separate(segment);
            }
        };
        done(request(input, folder.resolve("out"),
                ModelBag.of("toy", Desk.MODEL, network.stems(), 10_000, () -> network)));
        RunningStatistics statistics = new RunningStatistics();
        statistics.add(seen.getFirst(), 0, 10_000);
        assertThat(statistics.mean()).isCloseTo(0, within(1e-5));
        assertThat(statistics.standardDeviation()).isCloseTo(1, within(1e-5));
    }
}
