package dev.unbraid.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What became of loading libraries that were installed: those that do not load must not keep the processor from being used.
///
/// Each process that tries leaves a file while it does; one that ends meanwhile leaves it behind. It may have been killed, but
/// hardly twice.
final class LoadRecord {
    private static final String FAILED = "load-failed.txt";
    private static final Pattern TRY = Pattern.compile("loading-(\\d+)");
    private static final int ENDS_THAT_TELL = 2;

    private final Path folder;

    /// @param folder of the libraries
    LoadRecord(Path folder) {
        this.folder = folder;
    }

    /// Why they should not be tried again; empty if they may.
    Optional<String> failure() {
        try {
            Path failed = folder.resolve(FAILED);
            if (Files.exists(failed)) {
                return Optional.of(Files.readString(failed).strip());
            }
            return ended().size() < ENDS_THAT_TELL
                    ? Optional.empty() : Optional.of("the process that loads them ends without a word");
        } catch (IOException e) {
            // Then trying is how to know.
            return Optional.empty();
        }
    }

    /// Tries of processes that are no more.
    private List<Path> ended() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(LoadRecord::isOver).toList();
        }
    }

    private static boolean isOver(Path file) {
        Matcher name = TRY.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /// This process begins.
    void begin() {
        keep(() -> Files.writeString(ours(), ""));
    }

    /// They are loaded, and so what ended before was killed.
    void succeed() {
        keep(() -> Files.deleteIfExists(ours()));
        forget();
    }

    /// @param why a clause for the user
    void fail(String why) {
        keep(() -> {
            Files.writeString(folder.resolve(FAILED), why);
            Files.deleteIfExists(ours());
        });
    }

    /// They may be tried again, whatever became of it.
    void forget() {
        keep(() -> {
            Files.deleteIfExists(folder.resolve(FAILED));
            for (Path before : ended()) {
                Files.deleteIfExists(before);
            }
        });
    }

    private Path ours() {
        return folder.resolve("loading-" + ProcessHandle.current().pid());
    }

    private interface Note {
        void make() throws IOException;
    }

    private static void keep(Note note) {
        try {
            note.make();
        } catch (IOException | UncheckedIOException e) {
            // Whoever may not write there has to live without it.
        }
    }
}
