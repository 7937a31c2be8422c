package dev.unbraid.htdemucs;

import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonParser;
import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.SafeTensors;
import dev.unbraid.checkpoint.TensorData;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One file of golden numbers, from the test resources or from the folder `shared` beside the project.
public record Golden(SafeTensors file) {
    public static Golden open(String name) throws Exception {
        return new Golden(SafeTensors.open(path(name)));
    }

    static Path path(String name) throws Exception {
        return Stream.of(resource(name), shared(name)).filter(Files::exists).findFirst()
                .orElseGet(() -> abort("golden/htdemucs/%s is not beside the project".formatted(name)));
    }

    private static Path resource(String name) throws Exception {
        URI readme = Objects.requireNonNull(Golden.class.getResource("/golden/htdemucs/README.md")).toURI();
        return Path.of(readme).resolveSibling(name + ".safetensors");
    }

    private static Path shared(String name) {
        String told = System.getProperty("unbraid.shared");
        return Stream.of(told == null ? "../../shared" : told, "../shared").map(Path::of)
                .map(folder -> folder.resolve("golden/htdemucs/" + name + ".safetensors"))
                .filter(Files::exists).findFirst().orElse(Path.of("no such file"));
    }

    public Checkpoint checkpoint() {
        return checkpoint("weight:");
    }

    /// @param prefix of the names that belong to the state dict
    public Checkpoint checkpoint(String prefix) {
        SortedMap<String, TensorData> tensors = new TreeMap<>();
        file.tensors().forEach((name, data) -> {
            if (name.startsWith(prefix)) {
                String own = name.substring(prefix.length());
                tensors.put(own, data.withName(own));
            }
        });
        return new Checkpoint("HTDemucs",
                JsonParser.parseString(Objects.requireNonNull(file.metadata().get("spec"))).getAsJsonObject(), tensors);
    }

    public float[] floats(String name) {
        return tensor(name).toFloats();
    }

    public List<Integer> shape(String name) {
        return tensor(name).shape();
    }

    public Stream<String> intermediates() {
        return file.tensors().keySet().stream().filter(name -> !name.startsWith("weight:") && !name.equals("input"));
    }

    private TensorData tensor(String name) {
        return Objects.requireNonNull(file.tensors().get(name), name);
    }
}
