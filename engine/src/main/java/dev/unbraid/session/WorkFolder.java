package dev.unbraid.session;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// A hidden folder beside the files to be, on the same disk, so that a finished file needs only a new name.
///
/// When closed it goes with all that is in it, and so do the folders made for it that hold nothing.
final class WorkFolder implements Closeable {
    private static final int MOST_TRIES = 100;

    private final Path folder;
    /// Made by us, the innermost first.
    private final Deque<Path> made;

    private WorkFolder(Path folder, Deque<Path> made) {
        this.folder = folder;
        this.made = made;
    }

    static WorkFolder in(Path parent) throws IOException {
        Deque<Path> made = new ArrayDeque<>();
        try {
            return new WorkFolder(createFolder(parent, made), made);
        } catch (IOException e) {
            removeEmpty(made);
            throw refused(parent, e);
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
            case AccessDeniedException _ -> new OutputRefusedException(
                    "%s: you may not write here; choose another output folder.".formatted(parent), cause);
            case FileAlreadyExistsException file -> new OutputRefusedException(
                    "%s is a file, where a folder is needed; choose another output folder.".formatted(file.getFile()),
                    cause);
            default -> new OutputRefusedException(
                    "%s: no folder can be made here (%s); choose another output folder."
                            .formatted(parent, cause.getMessage()), cause);
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
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
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
