package dev.unbraid.cache;

import dev.unbraid.separation.Disagreement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What the passes of separations disagreed in, on disk: a folder per recipe, a file per stem, about 1.4 kB for a second
/// of sound. Several sessions may share it.
public final class DisagreementCache {
    static final String ENDING = ".passes";

    private static final Logger LOG = LoggerFactory.getLogger(DisagreementCache.class);

    private final FinishedWork work;
    private final Shelf shelf;

    DisagreementCache(FinishedWork work, Shelf shelf) {
        this.work = work;
        this.shelf = shelf;
    }

    /// Any thread; reads a file.
    public Optional<Disagreement> find(StemKey key, String stem) {
        Path file = file(key, stem);
        try {
            Optional<Disagreement> kept = new DisagreementFile(file).read();
            if (kept.isPresent()) {
                Shelf.touch(file);
            } else {
                Files.deleteIfExists(file);
            }
            return kept;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /// What goes wrong is logged: a cache is no reason to fail.
    public void put(StemKey key, String stem, Disagreement disagreement) {
        Path file = file(key, stem);
        Path folder = StemCache.folder(shelf, key);
        try {
            try (Lease _ = work.lease(folder)) {
                new DisagreementFile(file).write(disagreement);
            }
            work.evict(folder, Set.of());
        } catch (IOException e) {
            LOG.warn("{} was not kept for another time", file, e);
        }
    }

    private Path file(StemKey key, String stem) {
        return StemCache.folder(shelf, key).resolve(StemCache.fileName(stem) + ENDING);
    }
}
