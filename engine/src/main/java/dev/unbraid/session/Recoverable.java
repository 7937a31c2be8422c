package dev.unbraid.session;

import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectFile;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.project.Song;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a session that ended without closing has left.
///
/// @param changed when its document last changed
/// @param titles  of its songs
/// @param goesOn  whether a separation was running or waiting, which goes on once this is recovered
public record Recoverable(Path folder, Instant changed, List<String> titles, boolean goesOn) {
    private static final Logger LOG = LoggerFactory.getLogger(Recoverable.class);

    public Recoverable {
        titles = List.copyOf(titles);
    }

    /// Looks through a folder of session folders, the newest first; clears away those that hold nothing. Reads files.
    ///
    /// @param own folders of this process's sessions, left alone
    public static List<Recoverable> in(Path sessions, Set<Path> own) throws IOException {
        if (!Files.isDirectory(sessions)) {
            return List.of();
        }
        List<Recoverable> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(sessions)) {
            for (Path folder : folders.filter(it -> !own.contains(it)).toList()) {
                if (SessionFolder.isOne(folder)) {
                    look(folder).ifPresent(found::add);
                } else {
                    SessionFolder.sweep(folder);
                }
            }
        }
        found.sort(Comparator.comparing(Recoverable::changed).reversed());
        return List.copyOf(found);
    }

    private static Optional<Recoverable> look(Path folder) throws IOException {
        Optional<SessionFolder> claimed = SessionFolder.claim(folder);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        try (SessionFolder left = claimed.get()) {
            if (Files.exists(left.document())) {
                Project project = document(folder);
                if (!project.songs().isEmpty()) {
                    return Optional.of(new Recoverable(
                            folder,
                            Files.getLastModifiedTime(left.document()).toInstant(),
                            project.songs().stream().map(Song::title).toList(),
                            !OwedSeparations.read(left.separations()).isEmpty()));
                }
            }
            left.delete();
        } catch (IOException | ProjectFileException e) {
            LOG.warn("{} is left as it is", folder, e);
        }
        return Optional.empty();
    }

    static Project document(Path folder) throws IOException, ProjectFileException {
        Path file = SessionFolder.document(folder);
        return ProjectFile.read(file.toString(), Files.readString(file)).project();
    }

    /// Deletes it, with its sounds.
    public void discard() throws IOException {
        Optional<SessionFolder> claimed = SessionFolder.claim(folder);
        if (claimed.isPresent()) {
            claimed.get().delete();
        }
    }
}
