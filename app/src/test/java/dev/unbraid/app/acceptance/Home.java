package dev.unbraid.app.acceptance;

import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.engine.Engine;
import dev.unbraid.session.Separators;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.Settings;
import dev.unbraid.settings.SettingsFile;
import dev.unbraid.settings.UserFolders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A user's folders, for one test.
record Home(Path folder) {
    static final String NO_OUTPUT = "Theremin";

    UserFolders folders() {
        return new UserFolders(folder.resolve("data"), folder.resolve("cache"), folder.resolve("config"));
    }

    /// The usual preferences in English, small enough for every display, and with an output that no machine has: tests
    /// make no noise.
    static Home in(Path folder) throws IOException {
        Home home = new Home(folder);
        home.prefer(it -> it
                .withAppearance(new Settings.Appearance(Settings.Theme.DARK, "en", 100))
                .withWindow(new Settings.Window(1200, 760, false, true, 0))
                .withSound(new Settings.Sound(NO_OUTPUT, 2048))
                .withSeparation(new Settings.Separation(Miniature.NAME, List.of(), 0, "auto", 20)));
        return home;
    }

    Home prefer(UnaryOperator<Settings> change) throws IOException {
        SettingsFile file = new SettingsFile(folders());
        file.save(change.apply(file.load().settings()));
        return this;
    }

    Home with(Settings.Sound sound) throws IOException {
        return prefer(it -> it.withSound(sound));
    }

    Engine engine(Separators separators) {
        return new Engine(folders(), new ExecutablePath(List.of()), separators);
    }

    /// With PyTorch and the models that are installed here.
    Engine engine() {
        return new Engine(folders(), new ExecutablePath(List.of()));
    }

    /// With PyTorch, and other models to install.
    Engine engine(ModelCatalog catalog) {
        return new Engine(folders(), new ExecutablePath(List.of()), catalog);
    }

    /// All that sessions keep on disk now: names below their folders, sorted.
    List<String> sessionFiles() throws IOException {
        Path sessions = folders().cache().resolve("sessions");
        if (!Files.isDirectory(sessions)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(sessions)) {
            return tree.filter(Files::isRegularFile)
                    .map(it -> sessions.relativize(it).toString().replaceFirst("^[^/\\\\]+[/\\\\]", ""))
                    .sorted()
                    .toList();
        }
    }
}
