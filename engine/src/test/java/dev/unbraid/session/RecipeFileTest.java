package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.project.SumLock;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.SeparateRequest.Papers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class RecipeFileTest {
    private static final Provenance HERE =
            new Provenance("toy-1", new Provenance.Machine("auto", "cpu", "float32", 2), "0.1");

    @TempDir
    Path folder;

    private SeparateRequest request(OutputPlace place) throws IOException {
        Path song = Desk.wav(folder.resolve("song.wav"), 48_000, Desk.noise(2, 60_000, 0.9f));
        ModelBag bag = Desk.model(0.25f, 0.75f);
        return new SeparateRequest(song,
                new SeparateRequest.Separating(bag, new SeparationSettings(2, 7, 0.5, 1), Optional.of(HERE)),
                new StemSelection.Each(bag.stems()), place,
                new OutputSound(new OutputFormat(Container.FLAC, SampleFormat.PCM_24),
                        OutputSound.Rate.SOURCE, OutputSound.Clip.CLAMP),
                Papers.RECIPE);
    }

    private OutputPlace place(String name) {
        return new OutputPlace(folder.resolve(name), NameTemplate.DEFAULT, OutputPlace.Existing.REFUSE);
    }

    @Test void stemsMadeByTheirRecipeAreTheSameToTheLastByte() throws Exception {
        SeparateRequest first = request(place("first"));
        Desk.done(first);
        StemRecipe recipe = RecipeFile.read(folder.resolve("first").resolve("song").resolve("recipe.json"));
        SeparateRequest again = new SeparateRequest(first.input(),
                new SeparateRequest.Separating(first.bag(), recipe.settings()),
                recipe.selection(), place("again"), recipe.sound());
        List<SeparateReport.StemFile> stems = Desk.done(again).stems();
        assertThat(stems).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(InputDigest.sha256(stems.get(i).path())).isEqualTo(recipe.outputs().get(i).sha256());
            assertThat(stems.get(i).path()).hasSameBinaryContentAs(
                    folder.resolve("first").resolve("song").resolve(recipe.outputs().get(i).file()));
        }
        assertThat(recipe.input()).isEqualTo(
                new StemRecipe.Input("song.wav", InputDigest.sha256(first.input())));
        assertThat(recipe.model()).isEqualTo(new StemRecipe.Model("toy", "toy-1"));
        assertThat(recipe.machine()).isEqualTo(HERE.machine());
        assertThat(recipe.version()).isEqualTo("0.1");
    }

    @Test void anotherSeedGivesOtherBytes() throws Exception {
        SeparateRequest first = request(place("first"));
        List<SeparateReport.StemFile> stems = Desk.done(first).stems();
        SeparateRequest other = new SeparateRequest(first.input(),
                new SeparateRequest.Separating(first.bag(), new SeparationSettings(2, 8, 0.5, 1)),
                first.selection(), place("other"), first.sound());
        assertThat(Files.mismatch(stems.getFirst().path(), Desk.done(other).stems().getFirst().path())).isNotNegative();
    }

    @Test void aRecipeIsNamedAsTheStemsAreAndLeavesOthersAlone() throws Exception {
        NameTemplate flat = new NameTemplate("{track} - {stem}.{ext}");
        Path out = Files.createDirectory(folder.resolve("flat"));
        Path others = Files.writeString(out.resolve("song - recipe.json"), "of somebody else");
        Desk.done(request(new OutputPlace(out, flat, OutputPlace.Existing.REFUSE)));
        assertThat(others).hasContent("of somebody else");
        assertThat(Desk.tree(out)).contains("song - recipe (2).json").hasSize(4);
    }

    @Test void withoutAWishThereIsNone() throws Exception {
        SeparateRequest wanted = request(place("none"));
        Desk.done(new SeparateRequest(
                wanted.input(), wanted.separating(), wanted.selection(), wanted.place(), wanted.sound()));
        assertThat(folder.resolve("none").resolve("song")).isDirectoryNotContaining("glob:**.json");
    }

    @Test void everySelectionComesBackAsItWas() throws IOException {
        List<String> stems = List.of("vocals", "other");
        for (StemSelection selection : List.of(
                new StemSelection.Each(stems), new StemSelection.AndResidual(stems),
                new StemSelection.Two("vocals", StemSelection.Rest.MINUS),
                new StemSelection.Locked(stems, new SumLock.Spread()),
                new StemSelection.Locked(stems, new SumLock.Fold("other")))) {
            StemRecipe recipe = new StemRecipe(new StemRecipe.Input("a.wav", "00"), new StemRecipe.Model("m", "f"),
                    SeparationSettings.DEFAULT, selection,
                    new OutputSound(OutputFormat.MP3_320, OutputSound.Rate.MODEL, OutputSound.Clip.LINKED),
                    HERE.machine(), "1", List.of());
            Path file = folder.resolve("r.json");
            RecipeFile.write(recipe, file);
            assertThat(RecipeFile.read(file)).isEqualTo(recipe);
        }
    }

    @Test void whatIsNoRecipeOrOfTheFutureIsRefusedWithASentence() throws IOException {
        Path file = folder.resolve("recipe.json");
        for (String text : List.of("", "[]", "{}", "{\"recipe\":1}", "{\"recipe\":1,\"unbraid\":\"1\",\"input\":{}}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> RecipeFile.read(file)).as(text)
                    .isInstanceOf(RecipeRefusedException.class).hasMessageContaining("is no recipe");
        }
        Files.writeString(file, "{\"recipe\":2,\"unbraid\":\"9.0\"}");
        assertThatThrownBy(() -> RecipeFile.read(file)).hasMessageContaining("newer Unbraid (9.0)").hasMessageContaining("update");
    }
}
