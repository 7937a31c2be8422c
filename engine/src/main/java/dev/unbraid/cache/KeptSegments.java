package dev.unbraid.cache;

import dev.unbraid.separation.SegmentKey;
import dev.unbraid.separation.SegmentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// The segments of one mix that a job uses and adds to.
///
/// What a process that is killed leaves is whole: a segment has its name only once it is written. What a power loss
/// leaves is checked, for every file carries a checksum; so files are named before they are on the disk's plates, and
/// brought there later, on another thread than the one that waits for the network. A power loss costs at most the
/// segments since then, never a wrong sample.
public final class KeptSegments implements SegmentStore, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSegments.class);
    private static final long BYTES_BETWEEN_EVICTIONS = 1L << 28;

    private final FinishedWork work;
    private final Path folder;
    private final Lease lease;
    private final SegmentFolder files;
    private final Set<Path> released = new HashSet<>();
    private long bytesSinceEviction;
    private final Executor later;
    private final AtomicBoolean due = new AtomicBoolean();
    private FinishedWork.Leaving leaving = FinishedWork.Leaving.TO_BE_CONTINUED;
    /// Named, and perhaps not on the plates.
    private final List<Path> fresh = new ArrayList<>();

    KeptSegments(FinishedWork work, Path folder, Lease lease, Executor later) {
        this.work = work;
        this.folder = folder;
        this.lease = lease;
        this.later = later;
        files = new SegmentFolder(folder);
    }

    Set<Path> releasedFiles() {
        return released;
    }

    @Override
    public Set<Long> startFrames(int member) throws IOException {
        return files.startFrames(member);
    }

    @Override
    public boolean has(SegmentKey key) throws IOException {
        boolean there = files.has(key);
        if (there) {
            Shelf.touch(files.file(key));
        }
        return there;
    }

    @Override
    public void put(SegmentKey key, float[] output) throws IOException {
        files.put(key, output);
        synchronized (fresh) {
            fresh.add(files.file(key));
        }
        if (due.compareAndSet(false, true)) {
            later.execute(this::force);
        }
        bytesSinceEviction += SegmentFile.size(key);
        if (bytesSinceEviction > BYTES_BETWEEN_EVICTIONS) {
            bytesSinceEviction = 0;
            work.evict(folder, released);
        }
    }

    @Override
    public void read(SegmentKey key, int lane, int offset, float[] to, int count) throws IOException {
        files.read(key, lane, offset, to, count);
    }

    /// Stays for a job that goes on after this one was stopped, if there is room.
    @Override
    public void release(SegmentKey key) {
        released.add(files.file(key));
    }

    /// The stems are safe elsewhere: nobody will go on from these.
    public void useUp() {
        leaving = FinishedWork.Leaving.USED_UP;
    }

    private void force() {
        due.set(false);
        List<Path> named;
        synchronized (fresh) {
            named = List.copyOf(fresh);
            fresh.clear();
        }
        try {
            for (Path file : named) {
                force(file, StandardOpenOption.WRITE);
            }
            forceFolder();
        } catch (IOException e) {
            LOG.warn("what is in {} may not outlast a power loss", folder, e);
        }
    }

    private static void force(Path file, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(false);
        } catch (NoSuchFileException _) {
            // Gone meanwhile, so nothing of it must last.
        }
    }

    private void forceFolder() {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException _) {
            // Windows opens no folders; its file system writes names down by itself.
        }
    }

    /// Ends the use; what is kept stays for another time, unless it is used up.
    @Override
    public void close() throws IOException {
        if (leaving == FinishedWork.Leaving.TO_BE_CONTINUED) {
            force();
        }
        work.leave(folder, lease, leaving);
    }
}
