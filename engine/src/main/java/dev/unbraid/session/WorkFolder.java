package dev.unbraid.session;

import dev.unbraid.cache.Lease;
import dev.unbraid.session.OutputRefusedException.Reason;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/// A hidden folder beside the files to be, on the same disk, so that a finished file needs only a new name.
///
/// When closed it goes with all that is in it, and so do the folders made for it that hold nothing. One whose process
/// was killed goes when the next one is made beside it.
final class WorkFolder implements Closeable {
    private static final int MOST_TRIES = 100;
    private static final Duration UNSIGNED_AT_MOST = Duration.ofMinutes(1);

    private final Path folder;
    /// Made by us, the innermost first.
    private final Deque<Path> made;
    /// Empty on a disk that knows no locks: then it stays if this process is killed.
    private final Optional<Lease> lease;

    private WorkFolder(Path folder, Deque<Path> made) {
        this.folder = folder;
        this.made = made;
        lease = sign(folder);
    }

    private static Optional<Lease> sign(Path folder) {
        try {
            return Optional.of(Lease.on(folder));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static WorkFolder in(Path parent) throws IOException {
        Deque<Path> made = new ArrayDeque<>();
        sweep(parent);
        try {
            return new WorkFolder(createFolder(parent, made), made);
        } catch (IOException e) {
            removeEmpty(made);
            throw refused(parent, e);
        }
    }

    /// Removes what killed processes left; whoever made it holds a lease for as long as it lives.
    static void sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, ".unbraid-*.part")) {
            for (Path left : folders) {
                if (Lease.isOn(left) ? Lease.countOn(left) == 0 : isOldAndUnused(left)) {
                    deleteFiles(left, _ -> true);
                    Files.deleteIfExists(left);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // It is in nobody's way: another run may remove it.
        }
    }

    /// Whether its process was killed before it had signed it.
    private static boolean isOldAndUnused(Path folder) throws IOException {
        Instant made = Files.getLastModifiedTime(folder).toInstant();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !Lease.isBegun(file))) {
            return made.isBefore(Instant.now().minus(UNSIGNED_AT_MOST)) && !files.iterator().hasNext();
        }
    }

    /// Signs last, so that nobody mistakes the rest for that of a process that lives.
    private static void deleteFiles(Path folder, Predicate<Path> which) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(files::add);
        }
        files.sort(Comparator.comparing(Lease::is));
        for (Path file : files) {
            if (which.test(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path createFolder(Path parent, Deque<Path> made) throws IOException {
        for (int tries = 1;; tries++) {
            Path folder = parent.resolve(".unbraid-%s.part"
                    .formatted(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt())));
            try {
                createFolders(parent, made);
                return Files.createDirectory(folder);
            } catch (NoSuchFileException e) {
                // Another work folder beside this one was closed just now and took the empty parent with it.
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static IOException refused(Path parent, IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> new OutputRefusedException(Reason.FOLDER_DENIED, parent).because(cause);
            case FileAlreadyExistsException file ->
                new OutputRefusedException(Reason.NO_FOLDER, String.valueOf(file.getFile())).because(cause);
            default -> new OutputRefusedException(
                    Reason.FOLDER_FAILED, parent, String.valueOf(cause.getMessage())).because(cause);
        };
    }

    private static void createFolders(Path folder, Deque<Path> made) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createFolders(parent, made);
        }
        try {
            Files.createDirectory(folder);
            made.push(folder);
        } catch (FileAlreadyExistsException e) {
            // Another work folder was quicker; only a file is in the way.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Makes the folders of a file that is about to move into place.
    void makeRoomFor(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null) {
            try {
                createFolders(parent, made);
            } catch (IOException e) {
                throw refused(parent, e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            deleteFiles(folder, file -> !Lease.is(file));
        } finally {
            if (lease.isPresent()) {
                lease.get().close();
            }
        }
        Files.deleteIfExists(folder);
        removeEmpty(made);
    }

    private static void removeEmpty(Deque<Path> made) throws IOException {
        for (Path folder : made) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException _) {
                // Somebody else's now, and so are those around it.
                return;
            }
        }
    }
}
