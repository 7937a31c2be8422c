package dev.unbraid.install;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A folder beside the installed models in which something is made ready; what is not moved out of it goes away with it.
///
/// Its name carries the number of the process, so that what a killed process left can be told from what a living one makes.
public record StagingFolder(Path path) implements Closeable {
    private static final Pattern NAME = Pattern.compile("\\.new-(\\d+)-.*");

    public static StagingFolder in(Path store) throws IOException {
        Files.createDirectories(store);
        return new StagingFolder(Files.createTempDirectory(store, ".new-" + ProcessHandle.current().pid() + "-"));
    }

    /// Deletes what processes that are no longer alive have left.
    public static void cleanUp(Path store) throws IOException {
        if (!Files.isDirectory(store)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(store, ".new-*")) {
            for (Path leftover : leftovers) {
                Matcher name = NAME.matcher(leftover.getFileName().toString());
                if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).filter(ProcessHandle::isAlive).isEmpty()) {
                    delete(leftover);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
