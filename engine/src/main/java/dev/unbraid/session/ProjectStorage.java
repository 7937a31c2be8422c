package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.project.ProjectView;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A project on disk: `NAME.unbraid`, and beside it `NAME.unbraid-audio` with a WAV file of 32-bit floats per lane.
///
/// The document names its sounds, and a sound is never written over: moving the document into place is the one moment
/// from which the new project is there, and until then the old one is. Any thread, one at a time.
///
/// @param file `NAME.unbraid`
record ProjectStorage(Path file) {
    /// @param sounds  all that the songs need, to be imported; the asset ids are those of the session that saved
    /// @param missing names the sounds that are gone; lanes that need them are left out
    record Loaded(Project project, ProjectView view, List<StoredSound> sounds, Optional<Remark> missing) {
        Loaded {
            sounds = List.copyOf(sounds);
        }
    }

    /// A sound, and the file that it lies in.
    record StoredSound(AssetId asset, Path file) {}

    /// Writes the document, and those sounds that are not there already.
    ///
    /// A song that is being separated is saved as not separated.
    ///
    /// @param find    looks a lane's sound up
    /// @param control counts frames
    /// @return the document as it was saved; empty when `control` asked to stop, and all is then as it was
    /// @throws OutputRefusedException if it cannot be written there, or a song is still being read
    /// @throws dev.unbraid.audio.NoRoomException if the disk is too small
    Optional<Project> save(
            Project project, ProjectView view, Function<AssetId, Optional<AudioAsset>> find, JobControl control)
            throws IOException {
        return new ProjectSaving(this, find, control).save(project, view);
    }

    /// @throws ProjectFileException if the file is no project that can be read, or none of its sounds is there
    /// @throws IOException if it cannot be read at all
    Loaded load() throws IOException, ProjectFileException {
        return new ProjectLoading(this).load();
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    Path folder() {
        return file.toAbsolutePath().normalize().resolveSibling("");
    }

    Path audioFolder() {
        return file.resolveSibling(name() + "-audio");
    }
}
