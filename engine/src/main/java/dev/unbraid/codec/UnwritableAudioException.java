package dev.unbraid.codec;

import java.io.IOException;
import java.nio.file.Path;

/// A sound file cannot be written to its end. The message is a sentence for the command line.
public final class UnwritableAudioException extends IOException {
    private static final long serialVersionUID = 1;

    private final String file;

    UnwritableAudioException(Path file, Exception cause) {
        super("%s cannot be written (%s). Check the folder and its permissions.".formatted(file, cause.getMessage()), cause);
        this.file = file.toString();
    }

    /// The file's path.
    public String file() {
        return file;
    }
}
