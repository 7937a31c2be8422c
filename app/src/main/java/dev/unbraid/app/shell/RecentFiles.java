package dev.unbraid.app.shell;

import dev.unbraid.settings.Settings;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/// What was opened or saved last, the newest first; part of the preferences.
final class RecentFiles {
    private final ObjectProperty<Settings> settings;

    RecentFiles(ObjectProperty<Settings> settings) {
        this.settings = settings;
    }

    List<Path> list() {
        return settings.get().recentFiles().stream().map(Path::of).toList();
    }

    void add(Path file) {
        settings.set(settings.get().withRecentFile(file));
    }

    void remove(Path file) {
        settings.set(settings.get().withoutRecentFile(file));
    }

    void clear() {
        settings.set(settings.get().withRecentFiles(List.of()));
    }
}
