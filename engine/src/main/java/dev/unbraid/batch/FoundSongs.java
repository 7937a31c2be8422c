package dev.unbraid.batch;

import dev.unbraid.session.SoundFolder;
import dev.unbraid.session.SoundFolder.Depth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The songs among what a user pointed at.
///
/// @param songs   in the order in which they were named, those of a folder in the order of their paths
/// @param refused what gave none
public record FoundSongs(List<Found> songs, List<Refused> refused) {
    /// Where stems go below a folder of songs if nobody says otherwise.
    private static final String STEMS = "Stems";

    /// @param below the folder it lies in, as a path from the one that was searched; empty if it is that one, or if it was
    ///              named itself
    public record Found(Path file, Path below) {}

    /// Why something gives no songs.
    public sealed interface Refused {
        Path path();

        /// It may not be read.
        record Closed(Path path) implements Refused {}

        /// A folder that has none.
        record Empty(Path path) implements Refused {}

        record Failed(Path path, IOException cause) implements Refused {}
    }

    public FoundSongs {
        songs = List.copyOf(songs);
        refused = List.copyOf(refused);
    }

    /// Where the stems of a folder's songs go if nobody says otherwise.
    public static Path usualOutput(Path folder) {
        return folder.resolve(STEMS);
    }

    /// Looks into folders, so it takes a while. A file that is named itself is a song, whatever it is called.
    ///
    /// @param output where stems go: what lies there was made here, and is not taken apart again
    public static FoundSongs among(List<Path> named, Depth depth, Path output) {
        List<Found> songs = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                addFolder(new SoundFolder(path, depth), output, songs, refused);
            } else {
                songs.add(new Found(path, Path.of("")));
            }
        }
        return new FoundSongs(songs, refused);
    }

    private static void addFolder(SoundFolder folder, Path output, List<Found> songs, List<Refused> refused) {
        try {
            SoundFolder.Content content = folder.content(output);
            content.files().forEach(it -> songs.add(new Found(it.file(), it.below())));
            content.unreadable().forEach(it -> refused.add(new Refused.Closed(it)));
            if (content.files().isEmpty() && content.unreadable().isEmpty()) {
                refused.add(new Refused.Empty(folder.folder()));
            }
        } catch (IOException e) {
            refused.add(new Refused.Failed(folder.folder(), e));
        }
    }
}
