package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ScoreCommandTest {
    @TempDir
    Path folder;

    private Path ours;
    private Path theirs;

    @BeforeEach
    void folders() throws IOException {
        ours = Files.createDirectory(folder.resolve("ours"));
        theirs = Files.createDirectory(folder.resolve("theirs"));
    }

    private Run score(String... more) {
        List<String> args = new java.util.ArrayList<>(
                List.of("score", "--estimate", ours.toString(), "--reference", theirs.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test void aTenthTooQuietIsTwentyDecibelsAndNoErrorOfShape() throws IOException {
        Sounds.sine(ours.resolve("bass.wav"), 44_100, 88_200, 0.45);
        Sounds.sine(theirs.resolve("bass.wav"), 44_100, 88_200, 0.5);
        Run run = score();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("bass +20\\.00 ").containsPattern("mean +20\\.00 ");
        JsonObject event = JsonParser.parseString(score("--json").out().lines().findFirst().orElseThrow()).getAsJsonObject();
        assertThat(event.get("stem").getAsString()).isEqualTo("bass");
        assertThat(event.get("siSdr").getAsDouble()).isGreaterThan(100);
        assertThat(event.getAsJsonArray("sdrPerSecond")).hasSize(2)
                .allSatisfy(second -> assertThat(second.getAsDouble()).isCloseTo(20, within(0.01)));
        assertThat(score("--per-second").out()).containsPattern("Second +SDR").containsPattern("1 +20\\.00");
    }

    @Test void otherLengthsAndRatesAreRefusedWithBothNumbers() throws IOException {
        Sounds.sine(ours.resolve("bass.wav"), 44_100, 30_000, 0.5);
        Sounds.sine(theirs.resolve("bass.wav"), 44_100, 30_001, 0.5);
        Run lengths = score();
        assertThat(lengths.code()).isEqualTo(3);
        assertThat(lengths.err()).contains("30000 frames").contains("30001");
        Sounds.sine(theirs.resolve("bass.wav"), 48_000, 30_000, 0.5);
        Run rates = score();
        assertThat(rates.code()).isEqualTo(3);
        assertThat(rates.err()).contains("44100 Hz").contains("48000 Hz");
    }

    @Test void foldersWithNothingInCommonAreRefused() throws IOException {
        Sounds.sine(ours.resolve("bass.wav"), 44_100, 100, 0.5);
        Sounds.sine(theirs.resolve("drums.wav"), 44_100, 100, 0.5);
        assertThat(score().code()).isEqualTo(3);
        assertThat(score().err()).contains("[bass]").contains("[drums]");
        assertThat(Run.of("score", "--estimate", folder.resolve("none").toString(), "--reference", ours.toString()).err())
                .contains("is no folder");
    }

    @Test void bothFoldersMustBeNamed() {
        assertThat(Run.of("score", "--estimate", "x").code()).isEqualTo(2);
    }
}
