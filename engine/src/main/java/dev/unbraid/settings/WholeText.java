package dev.unbraid.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Small text files that are always whole: as they were, or as they are to be.
public final class WholeText {
    /// None takes so long to write.
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private WholeText() {}

    /// Writes it under another name, which then becomes the file's. Several processes may: the last has the last word. Whoever
    /// was killed before that left the other name, which goes with a later call.
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
        sweep(file);
    }

    private static void sweep(Path file) {
        Pattern name = Pattern.compile(Pattern.quote(file.getFileName() + "-") + "[0-9a-f-]{36}\\.part");
        try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
            List<Path> parts = siblings.filter(it -> name.matcher(it.getFileName().toString()).matches()).toList();
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(Instant.now().minus(LONG_AGO))) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The file is written; the next call sweeps, too.
        }
    }
}
