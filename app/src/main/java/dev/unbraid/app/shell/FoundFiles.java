package dev.unbraid.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What there is to open among files and folders that a user pointed at.
///
/// @param projects    documents of ours
/// @param songs       files that may hold sound, in the order of their names where they lay in a folder
/// @param unsupported what was pointed at and holds nothing to open
record FoundFiles(List<Path> projects, List<Path> songs, List<Path> unsupported) {
    static final String PROJECT = "unbraid";
    /// Sound files, and films for their sound.
    static final Set<String> SOUND = Set.of(
            "wav", "wave", "w64", "rf64", "bwf", "aif", "aiff", "aifc", "caf", "flac", "alac", "mp3", "mp2", "ogg", "oga",
            "opus", "m4a", "m4b", "aac", "wma", "mka", "ape", "wv", "tta", "au", "snd", "ac3", "mp4", "m4v", "mov", "mkv",
            "webm", "avi");
    private static final int DEEPEST = 8;
    private static final int MOST = 500;

    FoundFiles {
        projects = List.copyOf(projects);
        songs = List.copyOf(songs);
        unsupported = List.copyOf(unsupported);
    }

    /// Reads folders; not for the screen's thread.
    static FoundFiles among(List<Path> pointedAt) {
        List<Path> projects = new ArrayList<>();
        List<Path> songs = new ArrayList<>();
        List<Path> unsupported = new ArrayList<>();
        for (Path path : pointedAt) {
            if (Files.isDirectory(path)) {
                List<Path> inside = songsIn(path);
                songs.addAll(inside);
                if (inside.isEmpty()) {
                    unsupported.add(path);
                }
            } else if (extension(path).equals(PROJECT)) {
                projects.add(path);
            } else if (SOUND.contains(extension(path))) {
                songs.add(path);
            } else {
                unsupported.add(path);
            }
        }
        return new FoundFiles(projects, songs, unsupported);
    }

    private static List<Path> songsIn(Path folder) {
        try (Stream<Path> tree = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return tree.filter(path -> SOUND.contains(extension(path)) && !name(path).startsWith(".") && Files.isRegularFile(path))
                    .limit(MOST)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that may not be read holds nothing for this user, and is named among the unsupported.
            return List.of();
        }
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static String extension(Path path) {
        String name = name(path);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
