package dev.unbraid.app.controls;

import dev.unbraid.app.fx.Background;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The system's own window on a folder.
public final class FileBrowser {
    private final Background background;
    private final Shower shower;
    private final Consumer<Exception> unshown;

    /// What shows a folder that is there.
    interface Shower {
        void show(Path folder) throws IOException;
    }

    /// @param unshown hears on the JavaFX thread that no window could be opened
    public FileBrowser(Background background, Consumer<Exception> unshown) {
        this(background, FileBrowser::showOnDesktop, unshown);
    }

    FileBrowser(Background background, Shower shower, Consumer<Exception> unshown) {
        this.background = background;
        this.shower = shower;
        this.unshown = unshown;
    }

    /// Shows a folder, or the innermost one above it that is there.
    public void open(Path folder) {
        Path shown = existing(folder);
        background.ask(() -> {
            shower.show(shown);
            return shown;
        }, _ -> {}, e -> unshown.accept(new NoFileBrowserException(shown, e)));
    }

    private static void showOnDesktop(Path folder) throws IOException {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            throw new IOException("this desktop opens no folders");
        }
        Desktop.getDesktop().open(folder.toFile());
    }

    private static Path existing(Path folder) {
        Path shown = folder.toAbsolutePath();
        while (!Files.isDirectory(shown)) {
            shown = Optional.ofNullable(shown.getParent()).orElseThrow();
        }
        return shown;
    }
}
