package dev.unbraid.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Folders of finished work of one kind, a folder for all that was made from the same.
///
/// @param ending of what is kept; other files are traces of work that ended too early
record Shelf(Path folder, String ending) {
    /// Something that is kept.
    record Entry(Path file, long bytes, FileTime used) {}

    List<Path> folders() throws IOException {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    static List<Path> list(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(all::add);
        } catch (NoSuchFileException _) {
            // As good as empty.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return all;
    }

    List<Entry> entries(Path of) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : list(of)) {
            if (file.toString().endsWith(ending)) {
                entry(file).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private static Optional<Entry> entry(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Entry(file, found.size(), found.lastModifiedTime()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path of : folders()) {
            bytes += entries(of).stream().mapToLong(Entry::bytes).sum();
        }
        return bytes;
    }

    /// Removes what is no entry, and the folder if nothing is left. Nobody may be using it.
    void sweep(Path of) throws IOException {
        for (Path file : list(of)) {
            if (!file.toString().endsWith(ending)) {
                Files.deleteIfExists(file);
            }
        }
        try {
            Files.deleteIfExists(of);
        } catch (DirectoryNotEmptyException _) {
            // It holds something still.
        }
    }

    static void touch(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (NoSuchFileException _) {
            // Gone meanwhile: whoever asks for it next will see.
        }
    }
}
