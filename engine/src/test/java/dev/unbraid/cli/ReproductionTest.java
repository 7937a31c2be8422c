package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.InputDigest;
import dev.unbraid.session.OutputSound;
import dev.unbraid.session.Provenance;
import dev.unbraid.session.StemRecipe;
import dev.unbraid.session.StemSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ReproductionTest {
    @TempDir
    Path folder;

    private static Provenance on(String kind, String version) {
        return new Provenance("f", new Provenance.Machine("auto", kind, "float32", 2), version);
    }

    private Reproduction of(String name, String sha256, String kind) {
        StemRecipe recipe = new StemRecipe(new StemRecipe.Input(name, sha256), new StemRecipe.Model("m", "f"),
                SeparationSettings.DEFAULT, new StemSelection.Each(List.of("a")),
                new OutputSound(OutputFormat.MP3_320, OutputSound.Rate.MODEL, OutputSound.Clip.LINKED),
                on(kind, "1").machine(), "1", List.of());
        return new Reproduction(folder.resolve("out").resolve("song").resolve("recipe.json"), recipe);
    }

    @Test void theSongIsFoundAboveTheRecipeAndMustBeTheSame() throws IOException {
        Path song = Files.writeString(folder.resolve("song.wav"), "sound");
        Reproduction same = of("song.wav", InputDigest.sha256(song), "cpu");
        assertThat(same.input(List.of())).isEqualTo(song);
        assertThat(same.input(List.of(song))).isEqualTo(song);
        Path other = Files.writeString(folder.resolve("other.wav"), "noise");
        assertThatThrownBy(() -> same.input(List.of(other))).hasMessageContaining("its content differs");
        assertThatThrownBy(() -> of("gone.wav", "0", "cpu").input(List.of())).hasMessageContaining("gone.wav");
        assertThatThrownBy(() -> same.input(List.of(song, other))).hasMessageContaining("name one");
    }

    @Test void anotherModelOfTheNameIsRefused() {
        InstalledModel other = new InstalledModel("m", List.of("a"), List.of(), List.of(), Optional.empty(), "g");
        assertThatThrownBy(() -> of("song.wav", "0", "cpu").refuseOtherModel(other)).hasMessageContaining("its networks differ");
    }

    @Test void anotherDeviceOrVersionIsDoubtedAloud() {
        assertThat(of("a", "0", "cpu").doubts(on("cpu", "1"))).isEmpty();
        assertThat(of("a", "0", "cuda").doubts(on("cpu", "1"))).singleElement().asString().contains("made on cuda");
        assertThat(of("a", "0", "cpu").doubts(on("cpu", "2"))).singleElement().asString().contains("Unbraid 1, this is 2");
        assertThat(of("a", "0", StemRecipe.MIXED).doubts(on("cpu", "1"))).singleElement().asString().contains("nobody can promise");
    }

    @Test void aRecipeSaysHowItsStemsAreMadeAndNothingElseMay() {
        Run run = Run.in(folder, "separate", "--recipe", "x.json", "--shifts", "2");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--shifts does not go with --recipe");
    }
}
