package dev.unbraid.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A session's folder, locked as long as the session lives: an unlocked one with a document in it is what a crash has
/// left.
final class SessionFolder implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFolder.class);
    private static final String LOCK = "session.lock";
    private static final Duration EMPTY_AT_MOST = Duration.ofMinutes(1);

    private final Path folder;
    private final FileChannel lock;

    private SessionFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static SessionFolder create(Path folder) throws IOException {
        Files.createDirectories(folder);
        return claim(folder).orElseThrow(() -> new FolderInUseException(folder));
    }

    /// Empty if it belongs to a session that lives.
    static Optional<SessionFolder> claim(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return Optional.of(new SessionFolder(folder, channel));
            }
        } catch (OverlappingFileLockException e) {
            // Another session of this process. Closing this channel would, on some systems, give its lock away.
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    Path sounds() {
        return folder.resolve("sounds");
    }

    Path work() {
        return folder.resolve("work");
    }

    static Path document(Path folder) {
        return folder.resolve("document.unbraid");
    }

    Path document() {
        return document(folder);
    }

    static Path separations(Path folder) {
        return folder.resolve("separations.json");
    }

    Path separations() {
        return separations(folder);
    }

    static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(LOCK));
    }

    /// Removes a folder that is empty and has been for a while: its process was killed as it made or deleted it.
    static void sweep(Path folder) {
        try {
            Instant changed = Files.getLastModifiedTime(folder).toInstant();
            if (Files.isDirectory(folder) && changed.isBefore(Instant.now().minus(EMPTY_AT_MOST))) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException _) {
            // It holds something, or is gone: none of our business.
        }
    }

    /// Deletes all of it: the document first, so that nobody takes the rest for something to be rescued, and the lock last,
    /// so that what is left if this process is killed meanwhile is known for what it is.
    void delete() throws IOException {
        Files.deleteIfExists(document());
        lock.close();
        try (Stream<Path> files = Files.walk(folder)) {
            Path sign = folder.resolve(LOCK);
            List<Path> deepestFirst = files.filter(it -> !it.equals(folder) && !it.equals(sign))
                    .sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(sign);
        }
        Files.deleteIfExists(folder);
    }

    /// As [#delete], as far as the system lets it.
    void clearAway() {
        try {
            delete();
        } catch (IOException e) {
            // Some systems keep files that are still mapped; the next start clears them away.
            LOG.debug("{} stays for now", folder, e);
        }
    }

    /// Leaves it to whoever comes next.
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
