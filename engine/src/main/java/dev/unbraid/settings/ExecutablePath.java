package dev.unbraid.settings;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The folders in which this user's commands are looked for, in order.
public record ExecutablePath(List<Path> folders) {
    public ExecutablePath {
        folders = List.copyOf(folders);
    }

    public static ExecutablePath ofThisProcess() {
        return parse(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /// @param variable the content of `PATH`; what is no path of this system is left out
    public static ExecutablePath parse(String variable) {
        return new ExecutablePath(Arrays.stream(variable.split(File.pathSeparator))
                .flatMap(part -> folder(part).stream())
                .toList());
    }

    private static Optional<Path> folder(String part) {
        try {
            return Optional.of(Path.of(part)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            // Shells skip such an entry, too.
            return Optional.empty();
        }
    }
}
