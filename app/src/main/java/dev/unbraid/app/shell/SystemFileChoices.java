package dev.unbraid.app.shell;

import dev.unbraid.codec.SoundFileNames;
import dev.unbraid.ui.Messages;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// The file dialogs of the operating system; remember the folder for as long as the program runs.
final class SystemFileChoices implements FileChoices {
    private final Window window;
    private final Messages messages;
    private Optional<File> folder = Optional.empty();

    SystemFileChoices(Window window, Messages messages) {
        this.window = window;
        this.messages = messages;
    }

    @Override
    public List<Path> toOpen() {
        List<String> sound = SoundFileNames.ENDINGS.stream().sorted().flatMap(SystemFileChoices::pattern).toList();
        List<String> project = pattern(FoundFiles.PROJECT).toList();
        FileChooser chooser = chooser(messages.text("open.title"));
        chooser.getExtensionFilters().addAll(
                new ExtensionFilter(messages.text("files.all"), Stream.concat(project.stream(), sound.stream()).toList()),
                new ExtensionFilter(messages.text("files.songs"), sound),
                new ExtensionFilter(messages.text("files.projects"), project));
        List<File> chosen = chooser.showOpenMultipleDialog(window);
        if (chosen == null) {
            return List.of();
        }
        folder = chosen.stream().map(File::getParentFile).findFirst();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> toSave(String suggestedName) {
        FileChooser chooser = chooser(messages.text("save.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(messages.text("files.projects"), pattern(FoundFiles.PROJECT).toList()));
        chooser.setInitialFileName(suggestedName + "." + FoundFiles.PROJECT);
        Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(window));
        chosen.ifPresent(file -> folder = Optional.ofNullable(file.getParentFile()));
        return chosen.map(file -> withExtension(file.toPath()));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private static Path withExtension(Path file) {
        String name = FoundFiles.name(file);
        return name.toLowerCase(Locale.ROOT).endsWith("." + FoundFiles.PROJECT)
                ? file
                : file.resolveSibling(name + "." + FoundFiles.PROJECT);
    }

    /// Some file systems, and so their dialogs, tell capitals from small letters.
    private static Stream<String> pattern(String extension) {
        return Stream.of("*." + extension, "*." + extension.toUpperCase(Locale.ROOT));
    }
}
