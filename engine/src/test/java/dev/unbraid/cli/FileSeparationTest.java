package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.NameTemplate;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.OutputPlace.Existing;
import dev.unbraid.session.OutputSound;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.StemSelection;
import dev.unbraid.session.TrackNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

class FileSeparationTest {
    private static final AudioSpec SPEC = new AudioSpec(44_100, 2);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), OptionalInt.empty());

    private SeparateRequest request(Path input, Existing existing) {
        List<Float> parts = List.of(0.25f, 0.75f);
        FractionsNetwork network = new FractionsNetwork(SPEC, 10_000, parts);
        ModelBag bag = ModelBag.of("toy", SPEC, network.stems(), 10_000, () -> new FractionsNetwork(SPEC, 10_000, parts));
        return new SeparateRequest(
                input,
                new SeparateRequest.Separating(bag, SeparationSettings.DEFAULT),
                new StemSelection.Each(network.stems()),
                new OutputPlace(folder.resolve("out"), NameTemplate.DEFAULT, existing),
                new OutputSound(new OutputFormat(Container.WAV, SampleFormat.FLOAT_32),
                        OutputSound.Rate.MODEL, OutputSound.Clip.LINKED));
    }

    private FileOutcome run(Path input, Existing existing, Voice voice) {
        try (StopSignal stop = StopSignal.listen()) {
            return new FileSeparation(request(input, existing), ToolBox.in(folder, voice, stop), FileSeparation.Surroundings.NONE)
                    .run(new TrackNames());
        }
    }

    @Test void jsonTellsProgressAndThenTheResult() throws IOException {
        Path song = Sounds.sine(folder.resolve("song 绊.wav"), 44_100, 50_000, 0.5);
        FileOutcome outcome = run(song, Existing.REFUSE, new JsonVoice(new JsonLines(terminal.out())));
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        List<JsonObject> events = out.toString().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
        assertThat(events.getFirst().get("event").getAsString()).isEqualTo("progress");
        JsonObject result = events.getLast();
        assertThat(result.get("event").getAsString()).isEqualTo("result");
        assertThat(result.get("file").getAsString()).isEqualTo(song.toString());
        assertThat(result.get("model").getAsString()).isEqualTo("toy");
        assertThat(result.get("inputSha256").getAsString()).matches("[0-9a-f]{64}");
        assertThat(result.get("seconds").getAsDouble()).isPositive();
        assertThat(result.has("seed")).isTrue();
        assertThat(result.has("peakMemoryBytes")).isTrue();
        assertThat(result.getAsJsonObject("peakMemoryBytesByProcess").has("main")).isTrue();
        assertThat(result.getAsJsonObject("peakMemoryBytesByProcess").has("worker")).isTrue();
        assertThat(result.getAsJsonArray("stems")).hasSize(2).allSatisfy(stem ->
                assertThat(Path.of(stem.getAsJsonObject().get("path").getAsString())).exists());
    }

    @Test void aPersonIsToldWhereTheStemsAre() throws IOException {
        Path song = Sounds.sine(folder.resolve("song.wav"), 44_100, 50_000, 0.5);
        run(song, Existing.REFUSE, new TextVoice(terminal, ProgressDisplay.on(terminal)));
        assertThat(out.toString()).contains("song.wav: done in 0:00").contains(folder.resolve("out").resolve("song").toString());
        assertThat(err.toString()).contains("Reading song.wav");
    }

    @Test void quietSaysNothingUnlessItFails() throws IOException {
        Path song = Sounds.sine(folder.resolve("song.wav"), 44_100, 50_000, 0.5);
        assertThat(run(song, Existing.REFUSE, new QuietVoice(terminal)).code()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString() + err).isEmpty();
        assertThat(run(song, Existing.REFUSE, new QuietVoice(terminal)).code()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("already there");
        assertThat(run(song, Existing.SKIP, new QuietVoice(terminal)).code()).isEqualTo(ExitCode.DONE);
    }

    @Test void anUnreadableFileIsAnOutcomeForItsFile() throws IOException {
        Path text = Files.writeString(folder.resolve("song.mp3"), "no sound");
        FileOutcome outcome = run(text, Existing.REFUSE, new JsonVoice(new JsonLines(terminal.out())));
        assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
        JsonObject error = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertThat(error.get("event").getAsString()).isEqualTo("error");
        assertThat(error.get("file").getAsString()).isEqualTo(text.toString());
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
