package dev.unbraid.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Lets one in at a time, of all threads and processes: who takes a folder into use must not meet who clears it away.
final class Gate implements Closeable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final FileChannel channel;

    private Gate(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until the others are out.
    ///
    /// @param folder must exist
    static Gate enter(Path folder) throws IOException {
        Path file = folder.resolve("gate");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long begun = System.nanoTime();
        while (!isLocked(channel)) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                channel.close();
                throw new IOException("%s is held by another process".formatted(file));
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return new Gate(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            // A thread of this process is in. Closing the channel now would let a third one in.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
