package dev.unbraid.app.controls;

import java.io.IOException;
import java.nio.file.Path;

/// The system has no window to show a folder in.
public final class NoFileBrowserException extends IOException {
    private static final long serialVersionUID = 1;

    private final String folder;

    NoFileBrowserException(Path folder, Exception cause) {
        super(folder.toString(), cause);
        this.folder = folder.toString();
    }

    /// The path that could not be shown.
    public String folder() {
        return folder;
    }
}
