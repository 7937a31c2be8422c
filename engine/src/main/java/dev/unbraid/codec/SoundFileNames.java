package dev.unbraid.codec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Which files a folder is searched for: those whose names end as sound files and films do.
///
/// What a file is, is told by its content alone; a name only says that looking is worth it.
public final class SoundFileNames {
    /// In lower case, without the dot.
    public static final Set<String> ENDINGS = Set.of(
            "wav", "wave", "w64", "rf64", "bwf", "aif", "aiff", "aifc", "caf", "flac", "alac", "mp3", "mp2", "ogg", "oga",
            "opus", "m4a", "m4b", "aac", "wma", "mka", "ape", "wv", "tta", "au", "snd", "ac3", "mp4", "m4v", "mov", "mkv",
            "webm", "avi");

    private SoundFileNames() {}

    public static boolean isSound(Path file) {
        Path name = file.getFileName();
        return name != null && ENDINGS.contains(ending(name.toString()));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
