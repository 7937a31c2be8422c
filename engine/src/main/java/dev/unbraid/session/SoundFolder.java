package dev.unbraid.session;

import dev.unbraid.codec.SoundFileNames;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A folder of sound files.
///
/// @param folder as the user named it
/// @param depth  whether the folders in it count
public record SoundFolder(Path folder, Depth depth) {
    private static final int DEEPEST = 64;

    /// How far down is looked.
    public enum Depth { FOLDER_ALONE, ALL_BELOW }

    /// A file, and the folder that it lies in as a path from the one searched; an empty path if it is that one.
    public record Found(Path file, Path below) {}

    /// @param files      in the order of their paths
    /// @param unreadable what could not be looked into
    public record Content(List<Found> files, List<Path> unreadable) {
        public Content {
            files = List.copyOf(files);
            unreadable = List.copyOf(unreadable);
        }
    }

    /// Reads folders, so it takes a while. Leaves out what is hidden.
    ///
    /// @param output where stems go: what lies there was made here, and is not taken apart again
    public Content content(Path output) throws IOException {
        Path made = output.toAbsolutePath().normalize();
        List<Found> files = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        int levels = depth == Depth.ALL_BELOW ? DEEPEST : 1;
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), levels, visitor(made, files, unreadable));
        files.sort(Comparator.comparing(Found::file));
        unreadable.sort(Comparator.naturalOrder());
        return new Content(files, unreadable);
    }

    private FileVisitor<Path> visitor(Path made, List<Found> files, List<Path> unreadable) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                boolean searched = inner.equals(folder);
                boolean left = isHidden(inner) || inner.toAbsolutePath().normalize().equals(made);
                return searched || !left ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && SoundFileNames.isSound(file) && !isHidden(file)) {
                    Path parent = folder.relativize(file).getParent();
                    files.add(new Found(file, parent == null ? Path.of("") : parent));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                unreadable.add(file);
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        try {
            return (name != null && name.toString().startsWith(".")) || Files.isHidden(path);
        } catch (IOException e) {
            // Whoever opens it will hear why.
            return false;
        }
    }
}
