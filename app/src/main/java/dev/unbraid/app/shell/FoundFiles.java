package dev.unbraid.app.shell;

import dev.unbraid.batch.FoundSongs;
import dev.unbraid.codec.SoundFileNames;
import dev.unbraid.session.SoundFolder.Depth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What there is to open among files and folders that a user pointed at.
///
/// @param projects    documents of ours
/// @param songs       files that may hold sound, in the order of their names where they lay in a folder
/// @param unsupported what was pointed at and holds nothing to open
record FoundFiles(List<Path> projects, List<Path> songs, List<Path> unsupported) {
    static final String PROJECT = "unbraid";
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
            } else if (isProject(path)) {
                projects.add(path);
            } else if (SoundFileNames.isSound(path)) {
                songs.add(path);
            } else {
                unsupported.add(path);
            }
        }
        return new FoundFiles(projects, songs, unsupported);
    }

    private static List<Path> songsIn(Path folder) {
        return FoundSongs.among(List.of(folder), Depth.ALL_BELOW, FoundSongs.usualOutput(folder)).songs().stream()
                .map(FoundSongs.Found::file)
                .toList();
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static boolean isProject(Path path) {
        return name(path).toLowerCase(Locale.ROOT).endsWith("." + PROJECT);
    }
}
