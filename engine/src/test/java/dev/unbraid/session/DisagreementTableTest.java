package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.separation.Disagreement;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.separation.TwistingNetwork;
import dev.unbraid.session.SeparateRequest.Papers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DisagreementTableTest {
    private static final AudioSpec MODEL = new AudioSpec(44_100, 2);
    private static final List<String> STEMS = List.of("a", "b");
    private static final Papers COMPARED = new Papers(false, true);

    @TempDir
    Path folder;

    private SeparateRequest request(int shifts, Papers papers) throws IOException {
        Path song = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 60_000, 0.5f));
        // It answers by the place in the segment, so that its passes differ.
        ModelBag anonymous = ModelBag.of("toy", MODEL, STEMS, 10_000,
                () -> new TwistingNetwork(MODEL, 10_000, STEMS, 0.1f, new ArrayList<>()));
        ModelBag bag = new ModelBag(
                "toy", () -> Optional.of("toy on paper"), anonymous.stems(), anonymous.spec(), anonymous.members());
        return new SeparateRequest(song,
                new SeparateRequest.Separating(bag, new SeparationSettings(shifts, 7, 0.25, 1)),
                new StemSelection.Each(STEMS),
                new OutputPlace(folder.resolve("out"), new NameTemplate("{track} - {stem}.{ext}"), OutputPlace.Existing.REFUSE),
                new OutputSound(Desk.FLOATS, OutputSound.Rate.MODEL, OutputSound.Clip.LINKED), papers);
    }

    /// Keeps segments, as the command line does.
    private SeparateReport done(SeparateRequest request) throws Exception {
        FinishedWork finished = new FinishedWork(folder.resolve("finished"), () -> 1L << 30);
        return ((SeparateOutcome.Done) new SeparateJob(request, new TrackNames(), Desk.PATIENT, finished).run()).report();
    }

    @Test
    void itLiesBesideTheStemsWithARowForEachMoment() throws Exception {
        SeparateReport report = done(request(3, COMPARED));
        assertThat(report.warnings()).isEmpty();
        Path table = folder.resolve("out").resolve("song - disagreement.csv");
        assertThat(report.papers()).containsExactly(table.toRealPath());
        List<String> lines = Files.readAllLines(table);
        int columns = Disagreement.columns(60_000);
        assertThat(lines).hasSize(1 + STEMS.size() * columns);
        assertThat(lines.getFirst()).startsWith("stem,seconds,0-").endsWith("-22050 Hz");
        assertThat(lines.get(1)).startsWith("\"a\",0.000,");
        assertThat(lines.get(columns + 2)).startsWith("\"b\",0.046,");
        for (String line : lines) {
            assertThat(line.split(",")).hasSize(2 + Disagreement.BANDS);
        }
        assertThat(Arrays.stream(lines.get(columns / 2).split(",")).skip(2).mapToDouble(Double::parseDouble))
                .allMatch(db -> db > -60 && db < 10);
    }

    @Test
    void whereThePassesAreTheSameItSaysSo() throws IOException {
        Disagreement silent = new Disagreement(2, 8_000, 1, new byte[2 * Disagreement.BANDS]);
        Map<String, Disagreement> stems = new LinkedHashMap<>();
        stems.put("a \"real\" one", silent);
        Path file = folder.resolve("t.csv");
        DisagreementTable.write(stems, file);
        assertThat(Files.readAllLines(file).get(2)).startsWith("\"a \"\"real\"\" one\",0.256,-inf,-inf,");
        assertThat(silent.lowestHz(Disagreement.BANDS)).isCloseTo(4_000, within(1e-9));
        assertThat(silent.bandOf(silent.lowestHz(5) + 0.01)).isEqualTo(5);
    }

    @Test
    void whereNoSegmentsAreKeptAWarningSaysThatItIsMissing() throws Exception {
        SeparateReport report = Desk.done(request(2, COMPARED));
        assertThat(report.papers()).isEmpty();
        assertThat(report.warnings()).containsExactly(new Remark.NotCompared());
        assertThat(Desk.tree(folder.resolve("out"))).containsExactlyInAnyOrder("song - a.wav", "song - b.wav");
    }

    @Test
    void whoDoesNotAskForItGetsNone() throws Exception {
        assertThat(Desk.done(request(2, Papers.NONE)).papers()).isEmpty();
        assertThat(Desk.tree(folder.resolve("out"))).containsExactlyInAnyOrder("song - a.wav", "song - b.wav");
    }

    @Test
    void onePassCannotDisagree() {
        assertThatThrownBy(() -> request(1, COMPARED)).isInstanceOf(IllegalArgumentException.class);
    }
}
