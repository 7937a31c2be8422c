package dev.unbraid.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Where a user's own music lies.
public final class MusicFolder {
    private static final String ENTRY = "XDG_MUSIC_DIR=\"";

    private MusicFolder() {}

    /// Reads a small file.
    public static Path ofThisUser() {
        return of(System.getenv(), System.getProperties());
    }

    /// The folder that the desktop calls so, else `Music` in the user's home, else that home itself.
    ///
    /// @param environment environment variables
    /// @param system      `user.home`
    static Path of(Map<String, String> environment, Properties system) {
        Path home = Path.of(system.getProperty("user.home", ".")).toAbsolutePath();
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folders = (config.isBlank() ? home.resolve(".config") : Path.of(config)).resolve("user-dirs.dirs");
        return Stream.of(named(folders, home), Optional.of(home.resolve("Music")))
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(home);
    }

    private static Optional<Path> named(Path folders, Path home) {
        if (!Files.isRegularFile(folders)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(folders)) {
            return lines.map(String::strip)
                    .filter(it -> it.startsWith(ENTRY) && it.endsWith("\"") && it.length() > ENTRY.length())
                    .map(it -> it.substring(ENTRY.length(), it.length() - 1).replace("$HOME", home.toString()))
                    .map(Path::of)
                    .findFirst();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            // A damaged file of the desktop's costs no more than the usual place.
            return Optional.empty();
        }
    }
}
