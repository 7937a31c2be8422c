package dev.unbraid.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Where this program keeps its things for one user.
///
/// @param data   what must stay, such as installed models
/// @param cache  what can be made again
/// @param config what the user prefers
public record UserFolders(Path data, Path cache, Path config) {
    /// Environment variable that overrides all else: `$UNBRAID_HOME/data`, `$UNBRAID_HOME/cache` and
    /// `$UNBRAID_HOME/config`.
    public static final String OVERRIDE = "UNBRAID_HOME";

    /// With the preferences among what must stay.
    public UserFolders(Path data, Path cache) {
        this(data, cache, data);
    }

    public static UserFolders ofThisProcess() {
        return of(System.getenv(), System.getProperties());
    }

    /// @param environment environment variables
    /// @param system      `os.name` and `user.home`
    public static UserFolders of(Map<String, String> environment, Properties system) {
        Optional<Path> override = EnvironmentFolder.in(environment, OVERRIDE).map(Path::toAbsolutePath);
        if (override.isPresent()) {
            return under(override.get());
        }
        Path home = Path.of(system.getProperty("user.home", "."));
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return under(absolute(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local")).resolve("Unbraid"));
        }
        if (os.startsWith("mac")) {
            Path library = home.resolve("Library");
            Path support = library.resolve("Application Support").resolve("Unbraid");
            return new UserFolders(support, library.resolve("Caches").resolve("Unbraid"), support);
        }
        return new UserFolders(
                absolute(environment, "XDG_DATA_HOME").orElse(home.resolve(".local").resolve("share")).resolve("unbraid"),
                absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("unbraid"),
                absolute(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("unbraid"));
    }

    private static UserFolders under(Path folder) {
        return new UserFolders(folder.resolve("data"), folder.resolve("cache"), folder.resolve("config"));
    }

    /// The XDG base directory specification wants a relative path ignored.
    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return EnvironmentFolder.in(environment, name).filter(Path::isAbsolute);
    }
}
