package dev.unbraid.assets;

import dev.unbraid.audio.NoRoomException;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/// Java has no type for a full disk, only the system's words.
public final class FullDisk {
    private FullDisk() {}

    /// @return `e` itself, or what it means if the disk of `file` is full
    public static IOException named(IOException e, Path file) {
        String words = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        String lower = words == null ? "" : words.toLowerCase(Locale.ROOT);
        boolean full = lower.contains("no space left")
                || lower.contains("not enough space")
                || lower.contains("quota exceeded");
        if (!full) {
            return e;
        }
        String folder = String.valueOf(file.toAbsolutePath().getParent());
        return new NoRoomException(
                new NoRoomException.Lack.Full(folder),
                "%s: the disk is full; free some room or choose another folder.".formatted(folder), e);
    }
}
