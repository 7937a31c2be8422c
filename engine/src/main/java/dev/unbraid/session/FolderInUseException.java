package dev.unbraid.session;

import java.io.IOException;
import java.nio.file.Path;

/// Another process works with a session's folder. The message is a sentence for the command line.
public final class FolderInUseException extends IOException {
    private static final long serialVersionUID = 1;

    FolderInUseException(Path folder) {
        super("%s is in use by another Unbraid; close that one first, or go on there.".formatted(folder));
    }
}
