package dev.unbraid.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the files of two folders that belong together: those that differ in nothing but their ending.
final class ScorePairs {
    private static final Set<String> SOUNDS = Set.of(
            "wav", "flac", "mp3", "ogg", "oga", "opus", "m4a", "mp4", "aac", "aif", "aiff", "w64", "rf64", "wma", "mkv",
            "webm", "caf");

    private ScorePairs() {}

    record Pair(String stem, Path estimate, Path reference) {}

    static List<Pair> of(Path estimates, Path references) throws IOException, InputException {
        SortedMap<String, Path> ours = sounds(estimates);
        SortedMap<String, Path> theirs = sounds(references);
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, Path> mine : ours.entrySet()) {
            Path reference = theirs.get(mine.getKey());
            if (reference != null) {
                pairs.add(new Pair(mine.getKey(), mine.getValue(), reference));
            }
        }
        if (pairs.isEmpty()) {
            throw new InputException(
                    "%s and %s have no stem in common: %s against %s. Files belong together by name, as vocals.wav and vocals.flac."
                            .formatted(estimates, references, ours.keySet(), theirs.keySet()));
        }
        return pairs;
    }

    private static SortedMap<String, Path> sounds(Path folder) throws IOException, InputException {
        if (!Files.isDirectory(folder)) {
            throw new InputException("%s is no folder; name the one that the stems lie in.".formatted(folder));
        }
        SortedMap<String, Path> sounds = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                int dot = name.lastIndexOf('.');
                if (dot > 0 && SOUNDS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
                    Path other = sounds.put(name.substring(0, dot), file);
                    if (other != null) {
                        throw new InputException("%s and %s are the same stem twice; keep one of them."
                                .formatted(other, file));
                    }
                }
            }
        }
        return sounds;
    }
}
