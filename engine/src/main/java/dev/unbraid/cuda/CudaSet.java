package dev.unbraid.cuda;

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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The published packages (Python's wheels) that hold PyTorch's libraries for NVIDIA GPUs on one kind of machine.
///
/// @param licence a sentence for the user
public record CudaSet(String licence, List<CudaWheel> wheels) {
    private static final String RESOURCE = "cuda.json";

    public CudaSet {
        wheels = List.copyOf(wheels);
    }

    /// @param os   as Java names it
    /// @param arch as Java names it
    /// @return empty where PyTorch's authors publish none
    public static Optional<CudaSet> published(String os, String arch) {
        try (InputStream in = Objects.requireNonNull(CudaSet.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), os, arch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<CudaSet> parse(String json, String os, String arch) {
        JsonObject root = JsonParser.parseString(json).getAsJsonObject();
        String host = root.get("host").getAsString();
        return root.getAsJsonArray("platforms").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(platform -> os.toLowerCase(Locale.ROOT).startsWith(platform.get("os").getAsString())
                        && arch.equals(platform.get("arch").getAsString()))
                .findFirst()
                .map(platform -> new CudaSet(root.get("licence").getAsString(),
                        platform.getAsJsonArray("wheels").asList().stream()
                                .map(wheel -> wheel(wheel.getAsJsonObject(), host))
                                .toList()));
    }

    private static CudaWheel wheel(JsonObject wheel, String host) {
        String name = wheel.get("name").getAsString();
        PinnedFile file = new PinnedFile(name, wheel.get("sha256").getAsString(), wheel.get("bytes").getAsLong());
        // A plus sign in an address means a space to some servers.
        return new CudaWheel(file, URI.create(host + name.replace("+", "%2B")));
    }

    /// To be fetched.
    public long bytes() {
        return wheels.stream().mapToLong(wheel -> wheel.file().bytes()).sum();
    }
}
