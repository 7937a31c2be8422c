package dev.unbraid.cli;

import dev.unbraid.batch.FoundSongs;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.SoundFolder.Depth;

import java.io.IOException;
import java.nio.file.Path;
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
        FoundSongs found = FoundSongs.among(named, depth, place.folder());
        return new Inputs(
                found.songs().stream().map(it -> new Input(it.file(), new OutputPlace(
                        place.folder().resolve(it.below().toString()), place.names(), place.existing()))).toList(),
                found.refused().stream().map(it -> FileOutcome.failed(it.path().toString(), failure(it, depth))).toList());
    }

    private static Failure failure(FoundSongs.Refused refused, Depth depth) {
        return switch (refused) {
            case FoundSongs.Refused.Closed(Path path) -> new Failure(
                    ExitCode.UNREADABLE, "%s: it may not be read; change its permissions.".formatted(path));
            case FoundSongs.Refused.Empty(Path path) -> new Failure(ExitCode.UNREADABLE, nothingIn(path, depth));
            case FoundSongs.Refused.Failed(Path _, IOException cause) -> Failure.of(cause);
        };
    }

    private static String nothingIn(Path folder, Depth depth) {
        return switch (depth) {
            case ALL_BELOW -> "%s: there is no sound file in it or below it.".formatted(folder);
            case FOLDER_ALONE -> "%s: there is no sound file in it; --recursive looks into the folders below it, too."
                    .formatted(folder);
        };
    }
}
