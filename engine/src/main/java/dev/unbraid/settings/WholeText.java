package dev.unbraid.settings;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Small text files that are always whole: as they were, or as they are to be.
public final class WholeText {
    private WholeText() {}

    /// Writes it under another name, which then becomes the file's. Several processes may: the last has the last word.
    ///
    /// @param file whose folder is made where it is missing
    /// @throws IOException if it cannot be written; what was there is then as it was
    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling("%s-%s.part".formatted(file.getFileName(), UUID.randomUUID()));
        try {
            Files.writeString(part, text);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
