package dev.unbraid.project;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.unbraid.audio.AssetId;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// [StemSum] as JSON and back.
final class SumJson {
    private static final String OFF = "off";
    private static final String FOLD = "fold";
    private static final String SPREAD = "spread";

    private SumJson() {}

    static JsonObject json(StemSum sum, Function<Lane, JsonElement> lane) {
        JsonObject json = new JsonObject();
        switch (sum.lock()) {
            case SumLock.Off() -> json.addProperty("lock", OFF);
            case SumLock.Fold(String stem) -> {
                json.addProperty("lock", FOLD);
                json.addProperty("into", stem);
            }
            case SumLock.Spread() -> json.addProperty("lock", SPREAD);
        }
        JsonArray before = new JsonArray();
        sum.asSeparated().entrySet().stream()
                .sorted((a, b) -> a.getKey().value().compareTo(b.getKey().value()))
                .forEach(it -> {
                    JsonObject sound = new JsonObject();
                    sound.addProperty("lane", it.getKey().value());
                    sound.addProperty("asset", it.getValue().value());
                    before.add(sound);
                });
        json.add("asSeparated", before);
        sum.residual().ifPresent(it -> json.add("residual", lane.apply(it)));
        return json;
    }

    static StemSum sum(JsonPart json, JsonPart.Reading<Lane> lane) throws ProjectFileException {
        Map<LaneId, AssetId> before = new HashMap<>();
        for (Map.Entry<LaneId, AssetId> it : json.list("asSeparated",
                part -> Map.entry(new LaneId(part.text("lane")), new AssetId(part.text("asset"))))) {
            before.put(it.getKey(), it.getValue());
        }
        return new StemSum(lock(json), before, json.optional("residual", lane));
    }

    private static SumLock lock(JsonPart json) throws ProjectFileException {
        return switch (json.text("lock")) {
            case OFF -> new SumLock.Off();
            case FOLD -> new SumLock.Fold(json.text("into"));
            case SPREAD -> new SumLock.Spread();
            default -> throw json.damaged("lock", json.text("lock"));
        };
    }
}
