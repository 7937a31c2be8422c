package dev.unbraid.app.controls;

import dev.unbraid.app.fx.Background;

import java.awt.Desktop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The system's own window on a folder.
public final class FileBrowser {
    private final Background background;

    public FileBrowser(Background background) {
        this.background = background;
    }

    /// Shows a folder, or the innermost one above it that is there. Without any file browser nothing happens.
    public void open(Path folder) {
        background.ask(() -> {
            Path shown = existing(folder);
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
                Desktop.getDesktop().open(shown.toFile());
            }
            return shown;
        }, _ -> {}, _ -> {
            // Nothing of the user's depends on it.
        });
    }

    private static Path existing(Path folder) {
        Path shown = folder.toAbsolutePath();
        while (!Files.isDirectory(shown)) {
            shown = Optional.ofNullable(shown.getParent()).orElseThrow();
        }
        return shown;
    }
}
