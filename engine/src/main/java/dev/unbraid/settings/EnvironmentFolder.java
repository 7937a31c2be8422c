package dev.unbraid.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A folder that an environment variable names.
public final class EnvironmentFolder {
    private EnvironmentFolder() {}

    /// @return empty if the variable is not set, or blank
    public static Optional<Path> named(String variable) {
        return in(System.getenv(), variable);
    }

    static Optional<Path> in(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).map(Path::of);
    }
}
