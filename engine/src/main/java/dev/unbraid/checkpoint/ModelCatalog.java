package dev.unbraid.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.unbraid.install.PinnedFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The models that can be installed by name.
public record ModelCatalog(List<ModelDescription> models) {
    private static final String RESOURCE = "models.json";

    public ModelCatalog {
        models = List.copyOf(models);
    }

    /// @return the catalogue that comes with the program
    public static ModelCatalog bundled() {
        try (InputStream in = Objects.requireNonNull(ModelCatalog.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param json as in the resource: licence, base URL, and the models
    public static ModelCatalog parse(String json) {
        JsonObject root = JsonParser.parseString(json).getAsJsonObject();
        URI host = URI.create(root.get("host").getAsString());
        String licence = root.get("licence").getAsString();
        return new ModelCatalog(root.getAsJsonArray("models").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(model -> model(model, host, licence))
                .toList());
    }

    public Optional<ModelDescription> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /// @return the model that consists of this file alone
    Optional<ModelDescription> ofFile(String sha256) {
        return models.stream().filter(model -> model.members().size() == 1 && isMember(model.members().getFirst(), sha256)).findFirst();
    }

    /// @return the constructor arguments of the published htdemucs, which its ONNX file does not carry
    public JsonObject onnxArguments() {
        return models.stream()
                .flatMap(model -> model.members().stream())
                .flatMap(member -> member.npm().stream())
                .map(NpmPackage::arguments)
                .findFirst()
                .orElseGet(JsonObject::new);
    }

    private static boolean isMember(ModelMember member, String sha256) {
        return member.file().matches(sha256) || member.npm().stream().anyMatch(npm -> npm.weights().matches(sha256));
    }

    private static ModelDescription model(JsonObject model, URI host, String licence) {
        return new ModelDescription(
                model.get("name").getAsString(),
                model.get("title").getAsString(),
                model.getAsJsonArray("sources").asList().stream().map(JsonElement::getAsString).toList(),
                model.getAsJsonArray("members").asList().stream().map(member -> member(member.getAsJsonObject(), host)).toList(),
                licence);
    }

    private static ModelMember member(JsonObject member, URI host) {
        PinnedFile file = file(member);
        JsonArray weights = member.getAsJsonArray("weights");
        return new ModelMember(
                host.resolve(file.name()),
                file,
                weights.asList().stream().map(JsonElement::getAsDouble).toList(),
                Optional.ofNullable(member.getAsJsonObject("npm")).map(ModelCatalog::npm));
    }

    private static NpmPackage npm(JsonObject npm) {
        return new NpmPackage(
                npm.get("package").getAsString(),
                npm.get("version").getAsString(),
                file(npm.getAsJsonObject("tarball")),
                file(npm.getAsJsonObject("weights")),
                npm.getAsJsonObject("arguments"));
    }

    private static PinnedFile file(JsonObject file) {
        return new PinnedFile(file.get("file").getAsString(), file.get("sha256").getAsString(), file.get("bytes").getAsLong());
    }
}
