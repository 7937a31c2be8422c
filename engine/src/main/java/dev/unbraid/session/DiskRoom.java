package dev.unbraid.session;

import dev.unbraid.audio.NoRoomException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a disk has room for what is to come.
final class DiskRoom {
    private DiskRoom() {}

    /// @param folder must exist
    /// @param named  the folder that the user chose
    /// @param use    such as `to export a.wav`
    static void require(Path folder, long bytes, Path named, String use) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (bytes > free) {
            throw new NoRoomException(
                    new NoRoomException.Lack.Disk(named.toString(), bytes, free),
                    "%s: about %,d MB are needed %s, but only %,d MB are free; free some room or choose another folder."
                            .formatted(named, megabytes(bytes), use, megabytes(free)));
        }
    }

    static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1_000_000L);
    }
}
