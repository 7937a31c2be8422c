package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.KeptNetwork;
import dev.unbraid.session.NameTemplate;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.OutputPlace.Existing;
import dev.unbraid.session.OutputSound;
import dev.unbraid.session.Provenance;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.SoundFolder.Depth;
import dev.unbraid.session.StemSelection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class BatchTest {
    private static final AudioSpec SPEC = new AudioSpec(44_100, 2);
    private static final List<Float> PARTS = List.of(0.25f, 0.75f);
    private static final Provenance HERE =
            new Provenance("toy", new Provenance.Machine("cpu", "cpu", "float32", 1), "1");

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private Path songs = Path.of("");
    private CountDownLatch meeting = new CountDownLatch(0);
    private volatile boolean met = true;
    private int opened;
    private int failures;

    @BeforeEach void songs() throws IOException {
        songs = Files.createDirectories(home.resolve("songs"));
        Files.createDirectories(songs.resolve("b").resolve(".hidden"));
        Sounds.sine(songs.resolve("a.wav"), 44_100, 30_000, 0.5);
        Sounds.sine(songs.resolve("b").resolve("c.wav"), 44_100, 20_000, 0.5);
        Sounds.sine(songs.resolve("b").resolve(".hidden").resolve("d.wav"), 44_100, 20_000, 0.5);
        Sounds.sine(songs.resolve(".e.wav"), 44_100, 20_000, 0.5);
        Files.writeString(songs.resolve("broken.mp3"), "no sound");
        Files.writeString(songs.resolve("notes.txt"), "no sound");
    }

    private OutputPlace place(Existing existing) {
        return new OutputPlace(home.resolve("out"), NameTemplate.DEFAULT, existing);
    }

    private synchronized FractionsNetwork open() throws ModelUnavailableException {
        opened++;
        if (failures-- > 0) {
            throw new ModelUnavailableException("busy", new DeviceUnavailableException("busy"));
        }
        return new FractionsNetwork(SPEC, 10_000, PARTS) {
            @Override
            public float[] separate(float[] mix) {
                meeting.countDown();
                try {
                    met &= meeting.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.separate(mix);
            }
        };
    }

    private Map<String, byte[]> stems() throws IOException {
        Map<String, byte[]> stems = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(home.resolve("out"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                stems.put(home.resolve("out").relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return stems;
    }

    @Test void sideBySideTheSameStemsComeAndTheOutcomesKeepTheFilesOrder() throws IOException {
        run(Existing.REFUSE, 0);
        Map<String, byte[]> alone = stems();
        opened = 0;
        out.getBuffer().setLength(0);
        // Each of two networks waits for the other.
        meeting = new CountDownLatch(2);
        List<FileOutcome> outcomes = run(Existing.OVERWRITE, 0, 2);
        assertThat(met).isTrue();
        assertThat(opened).isEqualTo(2);
        assertThat(outcomes).extracting(FileOutcome::how)
                .containsExactly(FileOutcome.How.DONE, FileOutcome.How.DONE, FileOutcome.How.FAILED);
        assertThat(stems()).containsExactlyEntriesOf(alone);
        assertThat(events("result")).extracting(it -> Path.of(it.get("file").getAsString()).getFileName().toString())
                .containsExactlyInAnyOrder("a.wav", "c.wav");
        assertThat(events("progress")).extracting(it -> it.get("subject").getAsString()).contains(
                songs.resolve("a.wav").toString(), songs.resolve("b").resolve("c.wav").toString());
        assertThat(events("note").getFirst().get("message").getAsString()).isEqualTo("Taking 2 files apart side by side.");
    }

    @Test void sideBySideAFileThatFailedIsTriedAgainAloneAndWhatIsThereIsSkipped() {
        failures = 1;
        assertThat(run(Existing.REFUSE, 1, 2)).extracting(FileOutcome::how)
                .containsExactly(FileOutcome.How.DONE, FileOutcome.How.DONE, FileOutcome.How.FAILED);
        assertThat(events("error")).hasSize(2);
        assertThat(run(Existing.SKIP, 0, 2)).extracting(FileOutcome::how)
                .containsExactly(FileOutcome.How.SKIPPED, FileOutcome.How.SKIPPED, FileOutcome.How.FAILED);
    }

    private List<FileOutcome> run(Existing existing, int retries) {
        return run(existing, retries, 1);
    }

    private List<FileOutcome> run(Existing existing, int retries, int jobs) {
        Inputs inputs = Inputs.of(List.of(songs), Depth.ALL_BELOW, place(existing));
        ModelBag bag = ModelBag.of("toy", SPEC, new FractionsNetwork(SPEC, 10_000, PARTS).stems(), 10_000, this::open);
        Voice voice = new SharedVoice(new JsonVoice(new JsonLines(new PrintWriter(out, true))));
        try (StopSignal stop = StopSignal.listen(); KeptNetwork network = new KeptNetwork(bag)) {
            Batch batch = new Batch(requests(inputs, network.bag()), network, jobs, ToolBox.in(home, voice, stop));
            return batch.run(batch.forecasts(), retries);
        }
    }

    private static List<SeparateRequest> requests(Inputs inputs, ModelBag bag) {
        return inputs.files().stream()
                .map(it -> new SeparateRequest(it.file(),
                        new SeparateRequest.Separating(bag, SeparationSettings.DEFAULT, Optional.of(HERE)),
                        new StemSelection.Each(bag.stems()), it.place(),
                        new OutputSound(new OutputFormat(Container.WAV, SampleFormat.FLOAT_32),
                                OutputSound.Rate.MODEL, OutputSound.Clip.LINKED)))
                .toList();
    }

    private List<JsonObject> events(String name) {
        return out.toString().lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(event -> event.get("event").getAsString().equals(name))
                .toList();
    }

    @Test void aFolderGivesItsSoundFilesInOrderAndLeavesOutWhatIsHidden() {
        assertThat(Inputs.of(List.of(songs), Depth.ALL_BELOW, place(Existing.REFUSE)).files())
                .extracting(it -> songs.relativize(it.file()).toString())
                .containsExactly("a.wav", Path.of("b", "c.wav").toString(), "broken.mp3");
        assertThat(Inputs.of(List.of(songs), Depth.FOLDER_ALONE, place(Existing.REFUSE)).files())
                .extracting(it -> songs.relativize(it.file()).toString())
                .containsExactly("a.wav", "broken.mp3");
    }

    @Test void stemsOfEarlierRunsInTheOutputFolderAreNotTakenApart() throws IOException {
        OutputPlace inside = new OutputPlace(songs.resolve("b"), NameTemplate.DEFAULT, Existing.REFUSE);
        assertThat(Inputs.of(List.of(songs), Depth.ALL_BELOW, inside).files())
                .extracting(it -> songs.relativize(it.file()).toString())
                .containsExactly("a.wav", "broken.mp3");
    }

    @Test void aFolderWithoutSoundSaysSo() throws IOException {
        Path empty = Files.createDirectory(home.resolve("empty"));
        assertThat(Inputs.of(List.of(empty), Depth.FOLDER_ALONE, place(Existing.REFUSE)).refused()).singleElement()
                .satisfies(it -> assertThat(it.remark()).contains("no sound file").contains("--recursive"));
    }

    @Test void stemsLieAsTheirSongsDoAndABrokenFileStopsNoOther() throws IOException {
        List<FileOutcome> outcomes = run(Existing.REFUSE, 0);
        assertThat(outcomes).extracting(FileOutcome::how)
                .containsExactly(FileOutcome.How.DONE, FileOutcome.How.DONE, FileOutcome.How.FAILED);
        assertThat(FileOutcome.worst(outcomes)).isEqualTo(ExitCode.UNREADABLE);
        try (Stream<Path> tree = Files.walk(home.resolve("out"))) {
            assertThat(tree.filter(it -> it.toString().endsWith(".wav")).map(it -> home.resolve("out").relativize(it)))
                    .contains(Path.of("a", "stem0.25.wav"), Path.of("b", "c", "stem0.25.wav"));
        }
    }

    @Test void theNetworkIsOpenedOnceForAllFiles() {
        run(Existing.REFUSE, 0);
        assertThat(opened).isEqualTo(1);
    }

    @Test void whatFailsForAReasonThatMayPassIsTriedAgainUnderTheSameName() {
        failures = 2;
        assertThat(run(Existing.REFUSE, 0)).extracting(FileOutcome::how).containsOnly(FileOutcome.How.FAILED);
        failures = 2;
        assertThat(run(Existing.REFUSE, 1)).extracting(FileOutcome::how)
                .containsExactly(FileOutcome.How.DONE, FileOutcome.How.DONE, FileOutcome.How.FAILED);
        assertThat(home.resolve("out").resolve("a")).exists();
        assertThat(home.resolve("out").resolve("a (2)")).doesNotExist();
    }

    @Test void progressTellsOfAllFilesAndTheTimeTheyTake() {
        run(Existing.REFUSE, 0);
        List<JsonObject> progress = events("progress");
        assertThat(progress).allSatisfy(it -> assertThat(it.get("files").getAsInt()).isEqualTo(3));
        JsonObject last = progress.getLast();
        assertThat(last.get("fileNumber").getAsInt()).isEqualTo(2);
        assertThat(last.get("secondsLeftForAll").getAsDouble()).isNotNegative();
    }

    @Test void aSecondRunSkipsWhatIsThere() {
        run(Existing.REFUSE, 0);
        assertThat(run(Existing.SKIP, 0)).extracting(FileOutcome::how)
                .containsExactly(FileOutcome.How.SKIPPED, FileOutcome.How.SKIPPED, FileOutcome.How.FAILED);
        assertThat(opened).isEqualTo(1);
    }
}
