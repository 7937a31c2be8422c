package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class InspectCommandTest {
    @TempDir
    Path folder;

    @Test void aSineMeasuresAsItShould() throws IOException {
        Path file = Sounds.sine(folder.resolve("Ton 绊.wav"), 44_100, 44_100, 0.5);
        Run run = Run.of("inspect", file.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Ton 绊.wav").contains("44100 Hz").contains("0:00:01.000 (44100 frames)")
                .containsPattern("Peak +-6\\.02 dBFS").containsPattern("RMS +-9\\.03 dBFS").contains("LUFS");
    }

    @Test void jsonHoldsTheSameAsNumbers() throws IOException {
        Path file = Sounds.sine(folder.resolve("a.wav"), 48_000, 24_000, 0.5);
        Run run = Run.of("inspect", "--json", file.toString());
        JsonObject event = JsonParser.parseString(run.out()).getAsJsonObject();
        assertThat(event.get("event").getAsString()).isEqualTo("inspection");
        assertThat(event.get("sampleRate").getAsInt()).isEqualTo(48_000);
        assertThat(event.get("frames").getAsLong()).isEqualTo(24_000);
        assertThat(event.get("peakDbfs").getAsDouble()).isCloseTo(-6.02, within(0.01));
        assertThat(event.get("integratedLufs").isJsonNull()).isFalse();
    }

    @Test void silenceHasNoLoudnessAndNoJsonNumberForItsPeak() throws IOException {
        Path file = Sounds.sine(folder.resolve("silence.wav"), 44_100, 44_100, 0);
        assertThat(Run.of("inspect", file.toString()).out()).contains("-inf dBFS").contains("not defined");
        JsonObject event = JsonParser.parseString(Run.of("inspect", "--json", file.toString()).out()).getAsJsonObject();
        assertThat(event.get("peakDbfs").isJsonNull()).isTrue();
        assertThat(event.get("integratedLufs").isJsonNull()).isTrue();
    }

    @Test void whatIsNoSoundIsToldByNameWithCode3() throws IOException {
        Path text = Files.writeString(folder.resolve("song.mp3"), "no sound at all");
        for (Path bad : new Path[] {text, folder, folder.resolve("missing.wav")}) {
            Run run = Run.of("inspect", bad.toString());
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(bad.toString());
        }
    }
}
