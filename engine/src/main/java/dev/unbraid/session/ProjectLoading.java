package dev.unbraid.session;

import dev.unbraid.audio.AssetId;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectFile;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.project.Song;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a project and looks for its sounds.
final class ProjectLoading {
    /// Far more than any document needs; a song opened as a project must not fill the memory.
    private static final long MOST_BYTES = 1L << 26;

    private final ProjectStorage storage;

    ProjectLoading(ProjectStorage storage) {
        this.storage = storage;
    }

    ProjectFile.Content content() throws IOException, ProjectFileException {
        if (!Files.isRegularFile(storage.file())) {
            throw new NoSuchFileException(storage.file().toString());
        }
        boolean plausible = Files.size(storage.file()) <= MOST_BYTES;
        byte[] bytes = plausible ? Files.readAllBytes(storage.file()) : new byte[0];
        return ProjectFile.read(storage.name(), new String(bytes, StandardCharsets.UTF_8));
    }

    ProjectStorage.Loaded load() throws IOException, ProjectFileException {
        ProjectFile.Content content = content();
        Project project = content.project();
        List<ProjectStorage.StoredSound> sounds = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Song song : content.project().songs()) {
            Optional<Path> mix = file(content, song.mix().asset()).or(() -> source(song));
            if (mix.isEmpty()) {
                missing.add(name(content, song.mix().asset(), song));
                project = new Edit.RemoveSong(song.id()).applyTo(project);
                continue;
            }
            sounds.add(new ProjectStorage.StoredSound(song.mix().asset(), mix.get()));
            List<AssetId> needed = song.sounds().filter(it -> !it.equals(song.mix().asset())).toList();
            List<String> gone = needed.stream()
                    .filter(it -> file(content, it).isEmpty()).map(it -> name(content, it, song)).toList();
            missing.addAll(gone);
            if (gone.isEmpty()) {
                needed.forEach(it -> sounds.add(
                        new ProjectStorage.StoredSound(it, file(content, it).orElseThrow())));
            } else {
                project = new Edit.RemoveStems(song.id()).applyTo(project);
            }
        }
        return new ProjectStorage.Loaded(project, content.view(), sounds, remark(missing));
    }

    private Optional<Path> file(ProjectFile.Content content, AssetId asset) {
        return content.sounds().stream()
                .filter(it -> it.asset().equals(asset) && isPlain(it.file()))
                .map(it -> storage.audioFolder().resolve(it.file()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// A name, and no way out of the project's folder.
    static boolean isPlain(String name) {
        return !name.isBlank() && !name.contains("/") && !name.contains("\\") && !name.contains("\0")
                && !name.equals(".") && !name.equals("..");
    }

    /// The song as the user once opened it is as good.
    private static Optional<Path> source(Song song) {
        try {
            return Optional.of(Path.of(song.source().path())).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            // Saved on another system.
            return Optional.empty();
        }
    }

    private static String name(ProjectFile.Content content, AssetId asset, Song song) {
        return content.sounds().stream().filter(it -> it.asset().equals(asset)).findFirst()
                .map(ProjectFile.Sound::file)
                .or(() -> song.lanes().filter(it -> it.asset().equals(asset)).map(Lane::name).findFirst())
                .orElse(asset.value());
    }

    private Optional<Remark> remark(List<String> missing) {
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Remark.FilesMissing(
                storage.name(), missing, String.valueOf(storage.audioFolder().getFileName())));
    }
}
