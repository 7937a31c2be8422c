package dev.unbraid.checkpoint;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.unbraid.install.PinnedFile;
import dev.unbraid.install.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `model.json`: what lies in an installed model's folder.
record ModelManifest(List<String> sources, List<Member> members, Optional<String> licence) {
    static final String FILE = "model.json";

    private static final int FORMAT_VERSION = 1;

    /// @param from where the weights came from
    record Member(PinnedFile file, List<Double> weights, String from) {}

    ModelManifest {
        sources = List.copyOf(sources);
        members = List.copyOf(members);
    }

    void write(Path folder) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("formatVersion", FORMAT_VERSION);
        JsonArray names = new JsonArray();
        sources.forEach(names::add);
        json.add("sources", names);
        licence.ifPresent(text -> json.addProperty("licence", text));
        JsonArray files = new JsonArray();
        members.forEach(member -> files.add(json(member)));
        json.add("members", files);
        Files.writeString(folder.resolve(FILE), new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n");
    }

    static ModelManifest read(Path folder) throws CheckpointException {
        Path file = folder.resolve(FILE);
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            int version = json.get("formatVersion").getAsInt();
            if (version != FORMAT_VERSION) {
                throw new CheckpointException(
                        "%s: written by another version of Unbraid (format %d, here %d); remove this model and install it again"
                                .formatted(file, version, FORMAT_VERSION));
            }
            List<String> sources = json.getAsJsonArray("sources").asList().stream().map(JsonElement::getAsString).toList();
            List<Member> members = json.getAsJsonArray("members").asList().stream().map(member -> member(member.getAsJsonObject())).toList();
            if (members.isEmpty() || members.stream().anyMatch(member -> member.weights.size() != sources.size())) {
                throw new IllegalStateException("members and weights do not fit");
            }
            return new ModelManifest(sources, members, Optional.ofNullable(json.get("licence")).map(JsonElement::getAsString));
        } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException | NullPointerException
                | UnsupportedOperationException e) {
            throw new CheckpointException("%s: cannot be read or is damaged; remove this model and install it again".formatted(file), e);
        }
    }

    /// @return the same for all that give the same sound, in lower-case hex
    String fingerprint() {
        String parts = members.stream()
                .map(member -> "%s %s".formatted(member.file.sha256(), member.weights))
                .collect(Collectors.joining("\n", sources + "\n", ""));
        return Sha256.of(parts);
    }

    private static JsonObject json(Member member) {
        JsonObject json = new JsonObject();
        json.addProperty("file", member.file.name());
        json.addProperty("sha256", member.file.sha256());
        json.addProperty("bytes", member.file.bytes());
        JsonArray weights = new JsonArray();
        member.weights.forEach(weights::add);
        json.add("weights", weights);
        json.addProperty("from", member.from);
        return json;
    }

    private static Member member(JsonObject json) {
        return new Member(
                new PinnedFile(json.get("file").getAsString(), json.get("sha256").getAsString(), json.get("bytes").getAsLong()),
                json.getAsJsonArray("weights").asList().stream().map(JsonElement::getAsDouble).toList(),
                json.get("from").getAsString());
    }
}
