package dev.unbraid.session;

import java.io.IOException;
import java.nio.file.Path;

/// A file of the user's is no model that can be run. The message is what is wrong with it, and may speak of the command
/// line.
public final class ModelFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final String name;

    public ModelFileException(Path file, Exception cause) {
        super(cause.getMessage(), cause);
        name = String.valueOf(file.getFileName());
    }

    /// The file's, without its folder.
    public String name() {
        return name;
    }
}
