package dev.unbraid.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A sign in a folder that somebody uses it: a locked file, so that it ends with its process, however that ends.
public final class Lease implements Closeable {
    private static final String ENDING = ".lease";
    private static final String BEGUN = ".new";

    private final Path file;
    private final FileChannel channel;

    private Lease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @param folder must exist
    public static Lease on(Path folder) throws IOException {
        String name = ownNames() + UUID.randomUUID();
        Path unlocked = folder.resolve(name + BEGUN);
        FileChannel channel = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new IOException(unlocked + " cannot be locked");
            }
            // Named when it is locked: nobody sees it without.
            Path file = folder.resolve(name + ENDING);
            Files.move(unlocked, file);
            return new Lease(file, channel);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(unlocked);
            throw e;
        }
    }

    /// This process, told from an earlier one that had its number.
    private static String ownNames() {
        ProcessHandle self = ProcessHandle.current();
        return "%d-%d-".formatted(self.pid(), self.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /// @return how many use the folder
    public static int countOn(Path folder) throws IOException {
        int living = 0;
        for (Path file : files(folder)) {
            if (lives(file)) {
                living++;
            }
        }
        return living;
    }

    /// Whether a file is the sign of somebody, alive or dead. What goes with its user goes before it.
    public static boolean is(Path file) {
        return file.toString().endsWith(ENDING);
    }

    /// Whether a file is a sign that somebody began to put up.
    public static boolean isBegun(Path file) {
        return file.toString().endsWith(BEGUN);
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            files.forEach(all::add);
        } catch (NoSuchFileException _) {
            // Nobody uses what is gone.
        }
        return all;
    }

    private static boolean lives(Path file) throws IOException {
        if (file.getFileName().toString().startsWith(ownNames())) {
            // Opening and closing it would end our own lock: locks are the process's, not the channel's.
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException _) {
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /// Whether `folder` bears the sign of somebody, alive or dead.
    public static boolean isOn(Path folder) throws IOException {
        return !files(folder).isEmpty();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
