package dev.unbraid.cache;

import dev.unbraid.separation.SegmentKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// All finished work of one user, under one limit: the least recently used goes first, whatever it is, but nothing
/// that a job of this or another process uses. Several processes may share it, and work on the same song at once.
public final class FinishedWork {
    /// What it takes at most, however much room there is, unless the user wants otherwise.
    public static final long USUAL_LIMIT_BYTES = 20_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(FinishedWork.class);
    /// Of the disk's free room and what the work has of it already.
    private static final int SHARE_OF_ROOM = 4;

    private final Path folder;
    private final LongSupplier limitBytes;
    private final Shelf stems;
    private final Shelf segments;
    private final Shelf disagreements;

    /// @param stemBytes    of whole stems, and of what their passes disagreed in
    /// @param segmentBytes of separations that were not finished
    /// @param limitBytes   what the user allows
    public record Usage(long stemBytes, long segmentBytes, long limitBytes) {
        public long bytes() {
            return stemBytes + segmentBytes;
        }
    }

    /// @param freedBytes what is gone
    /// @param inUseBytes what jobs that run now keep
    public record Cleared(long freedBytes, long inUseBytes) {}

    /// @param folder     need not exist yet
    /// @param limitBytes asked whenever something is added
    public FinishedWork(Path folder, LongSupplier limitBytes) {
        this.folder = folder;
        this.limitBytes = limitBytes;
        stems = new Shelf(folder.resolve("stems"), StemCache.ENDING);
        segments = new Shelf(folder.resolve("segments"), SegmentFolder.ENDING);
        disagreements = new Shelf(folder.resolve("passes"), DisagreementCache.ENDING);
    }

    public Path path() {
        return folder;
    }

    public StemCache stems() {
        return new StemCache(this, stems);
    }

    public DisagreementCache disagreements() {
        return new DisagreementCache(this, disagreements);
    }

    private List<Shelf> shelves() {
        return List.of(stems, segments, disagreements);
    }

    /// Takes the segments of one mix into use; they stay until it is closed.
    ///
    /// @param mixSha256 of the frames that the networks are shown, as in [FrameDigest]
    /// @param identity  as in [dev.unbraid.separation.ModelBag#identity]
    /// @param later     runs what brings files to the disk's plates, after as long as a power loss may cost
    public KeptSegments segments(String mixSha256, String identity, Executor later) throws IOException {
        Path of = segments.folder().resolve(sha256("unbraid segments 1\n%s\n%s".formatted(mixSha256, identity)));
        KeptSegments kept = new KeptSegments(this, of, lease(of), later);
        evict(of, kept.releasedFiles());
        return kept;
    }

    Lease lease(Path of) throws IOException {
        Files.createDirectories(folder);
        try (Gate _ = Gate.enter(folder)) {
            sweep();
            Files.createDirectories(of);
            return Lease.on(of);
        }
    }

    /// Removes what processes that were killed have left besides what is worth keeping.
    public void tidyUp() {
        if (Files.isDirectory(folder)) {
            try (Gate _ = Gate.enter(folder)) {
                sweep();
            } catch (IOException e) {
                // It is in nobody's way: another process may remove it.
                LOG.warn("{} could not be tidied up", folder, e);
            }
        }
    }

    /// Reads the sizes of all files, so not for the screen's thread.
    public Usage usage() throws IOException {
        return new Usage(stems.bytes() + disagreements.bytes(), segments.bytes(), limitBytes.getAsLong());
    }

    /// How many bytes it may take on its disk as that is now.
    public long limitNow() throws IOException {
        Files.createDirectories(folder);
        return limit(usage().bytes());
    }

    private long limit(long bytes) throws IOException {
        return Math.min(limitBytes.getAsLong(), (Files.getFileStore(folder).getUsableSpace() + bytes) / SHARE_OF_ROOM);
    }

    /// Removes all that nobody uses.
    public Cleared clear() throws IOException {
        if (Files.notExists(folder)) {
            return new Cleared(0, 0);
        }
        long before = usage().bytes();
        shrink(0, folder, Set.of());
        long after = usage().bytes();
        return new Cleared(Math.max(0, before - after), after);
    }

    /// Brings it below its limit, if what is in use leaves room for that.
    ///
    /// @param own     a folder that the caller uses
    /// @param through the files in it that the caller will not need
    void evict(Path own, Set<Path> through) {
        try {
            long limit = limitNow();
            if (usage().bytes() > limit) {
                shrink(limit, own, through);
            }
        } catch (IOException e) {
            // Too much of it is no reason to fail.
            LOG.warn("{} could not be brought below its limit", folder, e);
        }
    }

    private void shrink(long limit, Path own, Set<Path> through) throws IOException {
        try (Gate _ = Gate.enter(folder)) {
            List<Shelf.Entry> idle = new ArrayList<>();
            long bytes = 0;
            for (Shelf shelf : shelves()) {
                for (Path of : shelf.folders()) {
                    int users = Lease.countOn(of);
                    List<Shelf.Entry> entries = shelf.entries(of);
                    bytes += entries.stream().mapToLong(Shelf.Entry::bytes).sum();
                    boolean ownAlone = of.equals(own) && users == 1;
                    entries.stream()
                            .filter(it -> users == 0 || (ownAlone && through.contains(it.file())))
                            .forEach(idle::add);
                }
            }
            idle.sort(Comparator.comparing(Shelf.Entry::used));
            for (Shelf.Entry entry : idle) {
                if (bytes > limit) {
                    Files.deleteIfExists(entry.file());
                    bytes -= entry.bytes();
                }
            }
            sweep();
        }
    }

    private void sweep() throws IOException {
        for (Shelf shelf : shelves()) {
            for (Path of : shelf.folders()) {
                if (Lease.countOn(of) == 0) {
                    shelf.sweep(of);
                }
            }
        }
    }

    /// Gives up a folder of segments that its last user has no use for.
    void leave(Path of, Lease lease, Leaving how) throws IOException {
        try (Gate _ = Gate.enter(folder)) {
            lease.close();
            if (Lease.countOn(of) == 0) {
                if (how == Leaving.USED_UP) {
                    for (Shelf.Entry entry : segments.entries(of)) {
                        Files.deleteIfExists(entry.file());
                    }
                }
                segments.sweep(of);
            }
        }
    }

    /// What becomes of what was kept.
    enum Leaving { TO_BE_CONTINUED, USED_UP }

    /// How many bytes of disk an output takes.
    public static long sizeOf(SegmentKey key) {
        return SegmentFile.size(key);
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(FrameDigest.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
