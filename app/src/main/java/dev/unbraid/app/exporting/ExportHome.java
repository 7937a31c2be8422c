package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.project.Song;

import java.nio.file.Path;
import java.util.Optional;

/// Where a song's files go as long as nobody says otherwise, and who shows them.
///
/// @param hidden the program's own folders: a song in there, as the demo song is, lies where nobody looks
/// @param music  takes the place of those
public record ExportHome(Path hidden, Path music, FileBrowser browser) {
    /// Beside the song, where the user can see that.
    Path of(Song song) {
        Path folder = Optional.ofNullable(Path.of(song.source().path()).toAbsolutePath().getParent()).orElse(Path.of(""));
        return folder.startsWith(hidden.toAbsolutePath()) ? music : folder;
    }
}
