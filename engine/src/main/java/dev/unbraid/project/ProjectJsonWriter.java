package dev.unbraid.project;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.unbraid.audio.FrameRange;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// From values to JSON; [ProjectJsonReader] is its mirror.
final class ProjectJsonWriter {
    private ProjectJsonWriter() {}

    static JsonObject json(ProjectFile.Content content) {
        JsonObject json = new JsonObject();
        json.addProperty("format", ProjectFile.FORMAT);
        json.addProperty("formatVersion", ProjectFile.FORMAT_VERSION);
        content.project().active().ifPresent(it -> json.addProperty("active", it.value()));
        json.add("songs", array(content.project().songs(), ProjectJsonWriter::song));
        json.add("view", view(content.view()));
        json.add("sounds", array(content.sounds(), ProjectJsonWriter::sound));
        return json;
    }

    private static JsonObject song(Song song) {
        JsonObject json = new JsonObject();
        json.addProperty("id", song.id().value());
        json.addProperty("title", song.title());
        json.addProperty("folded", song.folded());
        json.add("source", source(song.source()));
        json.add("mix", lane(song.mix()));
        json.add("stems", array(song.stems(), ProjectJsonWriter::lane));
        song.recipe().ifPresent(it -> json.add("recipe", recipe(it)));
        if (!song.sum().equals(StemSum.OPEN)) {
            json.add("sum", SumJson.json(song.sum(), ProjectJsonWriter::lane));
        }
        return json;
    }

    private static JsonObject source(SongSource source) {
        JsonObject json = new JsonObject();
        json.addProperty("path", source.path());
        json.addProperty("format", source.format());
        json.addProperty("sampleRate", source.spec().sampleRate());
        json.addProperty("channels", source.spec().channels());
        json.addProperty("bitsPerSample", source.bitsPerSample());
        return json;
    }

    private static JsonObject lane(Lane lane) {
        JsonObject json = new JsonObject();
        json.addProperty("id", lane.id().value());
        json.addProperty("name", lane.name());
        json.addProperty("stem", lane.stem());
        json.addProperty("asset", lane.asset().value());
        json.add("strip", strip(lane.strip()));
        json.add("look", look(lane.look()));
        return json;
    }

    private static JsonObject strip(Strip strip) {
        JsonObject json = new JsonObject();
        json.addProperty("gainDb", strip.gainDb());
        json.addProperty("pan", strip.pan());
        json.addProperty("muted", strip.muted());
        json.addProperty("soloed", strip.soloed());
        return json;
    }

    private static JsonObject look(LaneLook look) {
        JsonObject json = new JsonObject();
        json.addProperty("view", look.view().name().toLowerCase(Locale.ROOT));
        json.addProperty("heightPx", look.heightPx());
        json.addProperty("colour", look.colour());
        return json;
    }

    private static JsonObject recipe(Recipe recipe) {
        JsonObject json = new JsonObject();
        json.addProperty("inputSha256", recipe.inputSha256());
        json.addProperty("model", recipe.model());
        JsonArray stems = new JsonArray();
        recipe.stems().forEach(stems::add);
        json.add("stems", stems);
        json.addProperty("shifts", recipe.shifts());
        json.addProperty("overlap", recipe.overlap());
        json.addProperty("seed", recipe.seed());
        if (!recipe.refinements().isEmpty()) {
            json.add("refinements", array(recipe.refinements(), ProjectJsonWriter::refinement));
        }
        return json;
    }

    private static JsonObject refinement(Refinement refinement) {
        JsonObject json = range(refinement.range());
        json.addProperty("model", refinement.model());
        json.addProperty("shifts", refinement.shifts());
        json.addProperty("overlap", refinement.overlap());
        json.addProperty("seed", refinement.seed());
        return json;
    }

    private static JsonObject view(ProjectView view) {
        JsonObject json = new JsonObject();
        json.addProperty("playheadFrame", view.playheadFrame());
        view.visible().ifPresent(it -> json.add("visible", range(it)));
        view.selection().ifPresent(it -> json.add("selection", range(it)));
        return json;
    }

    private static JsonObject range(FrameRange range) {
        JsonObject json = new JsonObject();
        json.addProperty("startFrame", range.start());
        json.addProperty("endFrame", range.end());
        return json;
    }

    private static JsonObject sound(ProjectFile.Sound sound) {
        JsonObject json = new JsonObject();
        json.addProperty("asset", sound.asset().value());
        json.addProperty("file", sound.file());
        return json;
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonElement> json) {
        JsonArray array = new JsonArray();
        values.forEach(it -> array.add(json.apply(it)));
        return array;
    }
}
