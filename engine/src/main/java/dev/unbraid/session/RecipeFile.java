package dev.unbraid.session;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.project.SumLock;
import dev.unbraid.separation.SeparationSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A [StemRecipe] as JSON that people may read.
public final class RecipeFile {
    private static final int FORMAT = 1;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private RecipeFile() {}

    static void write(StemRecipe recipe, Path file) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("recipe", FORMAT);
        json.addProperty("unbraid", recipe.version());
        json.add("input", GSON.toJsonTree(recipe.input()));
        json.add("model", GSON.toJsonTree(recipe.model()));
        json.add("separation", GSON.toJsonTree(recipe.settings()));
        json.add("stems", stems(recipe.selection()));
        json.add("sound", sound(recipe.sound()));
        json.add("device", GSON.toJsonTree(recipe.machine()));
        json.add("outputs", GSON.toJsonTree(recipe.outputs()));
        Files.writeString(file, GSON.toJson(json) + "\n");
    }

    private static JsonObject stems(StemSelection selection) {
        JsonObject json = new JsonObject();
        switch (selection) {
            case StemSelection.Each(List<String> stems) -> json.add("each", GSON.toJsonTree(stems));
            case StemSelection.Locked(List<String> stems, SumLock how) -> {
                json.add("each", GSON.toJsonTree(stems));
                switch (how) {
                    case SumLock.Off() -> { }
                    case SumLock.Fold(String into) -> json.addProperty("foldedInto", into);
                    case SumLock.Spread() -> json.addProperty("spread", true);
                }
            }
            case StemSelection.AndResidual(List<String> stems) -> {
                json.add("each", GSON.toJsonTree(stems));
                json.addProperty("residual", true);
            }
            case StemSelection.Two(String stem, StemSelection.Rest rest) -> {
                json.addProperty("one", stem);
                json.addProperty("rest", word(rest));
            }
        }
        return json;
    }

    private static JsonObject sound(OutputSound sound) {
        JsonObject json = new JsonObject();
        json.addProperty("container", word(sound.format().container()));
        json.addProperty("samples", word(sound.format().sampleFormat()));
        json.addProperty("rate", word(sound.rate()));
        json.addProperty("clip", word(sound.clip()));
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// @throws RecipeRefusedException if it is no recipe that this program understands
    /// @throws IOException            if it cannot be read
    public static StemRecipe read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            int format = json.get("recipe").getAsInt();
            if (format > FORMAT) {
                throw new RecipeRefusedException(
                        "%s was written by a newer Unbraid (%s), and this one does not understand it; update Unbraid."
                                .formatted(file, json.get("unbraid").getAsString()));
            }
            return new StemRecipe(
                    GSON.fromJson(json.get("input"), StemRecipe.Input.class),
                    GSON.fromJson(json.get("model"), StemRecipe.Model.class),
                    GSON.fromJson(json.get("separation"), SeparationSettings.class),
                    selection(json.getAsJsonObject("stems")),
                    sound(json.getAsJsonObject("sound")),
                    GSON.fromJson(json.get("device"), Provenance.Machine.class),
                    json.get("unbraid").getAsString(),
                    outputs(json.getAsJsonArray("outputs")));
        } catch (RuntimeException e) {
            // Whatever the JSON library met: something is missing, or is something else.
            throw new RecipeRefusedException(
                    "%s is no recipe; give the recipe.json that lies beside stems.".formatted(file), e);
        }
    }

    private static StemSelection selection(JsonObject json) {
        if (json.has("one")) {
            return new StemSelection.Two(json.get("one").getAsString(), constant(json, "rest", StemSelection.Rest::valueOf));
        }
        List<String> stems = json.getAsJsonArray("each").asList().stream().map(JsonElement::getAsString).toList();
        if (json.has("foldedInto")) {
            return new StemSelection.Locked(stems, new SumLock.Fold(json.get("foldedInto").getAsString()));
        }
        if (json.has("spread")) {
            return new StemSelection.Locked(stems, new SumLock.Spread());
        }
        return json.has("residual") ? new StemSelection.AndResidual(stems) : new StemSelection.Each(stems);
    }

    private static OutputSound sound(JsonObject json) {
        OutputFormat format = new OutputFormat(
                constant(json, "container", Container::valueOf), constant(json, "samples", SampleFormat::valueOf));
        return new OutputSound(format, constant(json, "rate", OutputSound.Rate::valueOf),
                constant(json, "clip", OutputSound.Clip::valueOf));
    }

    private static <T> T constant(JsonObject json, String name, Function<String, T> named) {
        return named.apply(json.get(name).getAsString().toUpperCase(Locale.ROOT));
    }

    private static List<StemRecipe.Output> outputs(JsonArray json) {
        return json.asList().stream().map(it -> GSON.fromJson(it, StemRecipe.Output.class)).toList();
    }
}
