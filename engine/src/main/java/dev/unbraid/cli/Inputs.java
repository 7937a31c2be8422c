package dev.unbraid.cli;

import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.SoundFolder;
import dev.unbraid.session.SoundFolder.Depth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files of a command line, and those in the folders that it names.
///
/// @param files   in the order in which they are worked at
/// @param refused folders that gave none
record Inputs(List<Input> files, List<FileOutcome> refused) {
    /// @param place below the output folder, like the input below its own
    record Input(Path file, OutputPlace place) {}

    Inputs {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }

    /// Looks into folders.
    static Inputs of(List<Path> named, Depth depth, OutputPlace place) {
        List<Input> files = new ArrayList<>();
        List<FileOutcome> refused = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                addFolder(new SoundFolder(path, depth), place, files, refused);
            } else {
                files.add(new Input(path, place));
            }
        }
        return new Inputs(files, refused);
    }

    private static void addFolder(SoundFolder folder, OutputPlace place, List<Input> files, List<FileOutcome> refused) {
        try {
            SoundFolder.Content content = folder.content(place.folder());
            content.files().forEach(it -> files.add(new Input(it.file(),
                    new OutputPlace(place.folder().resolve(it.below().toString()), place.names(), place.existing()))));
            content.unreadable().forEach(it -> refused.add(FileOutcome.failed(it.toString(), new Failure(
                    ExitCode.UNREADABLE, "%s: it may not be read; change its permissions.".formatted(it)))));
            if (content.files().isEmpty() && content.unreadable().isEmpty()) {
                refused.add(FileOutcome.failed(
                        folder.folder().toString(), new Failure(ExitCode.UNREADABLE, nothingIn(folder))));
            }
        } catch (IOException e) {
            refused.add(FileOutcome.failed(folder.folder().toString(), Failure.of(e)));
        }
    }

    private static String nothingIn(SoundFolder folder) {
        return switch (folder.depth()) {
            case ALL_BELOW -> "%s: there is no sound file in it or below it.".formatted(folder.folder());
            case FOLDER_ALONE -> "%s: there is no sound file in it; --recursive looks into the folders below it, too."
                    .formatted(folder.folder());
        };
    }
}
