package dev.unbraid.cache;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.project.Recipe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Stems that were separated before, on disk: a folder per recipe, a file per stem. Several sessions may share it.
///
/// Which stems a recipe wanted does not matter, for a stem is the same alone and among others.
public final class StemCache {
    static final String ENDING = ".stem";

    private static final Logger LOG = LoggerFactory.getLogger(StemCache.class);

    private final FinishedWork work;
    private final Shelf shelf;

    StemCache(FinishedWork work, Shelf shelf) {
        this.work = work;
        this.shelf = shelf;
    }

    /// @return the files of all wanted stems, in the recipe's order, each verified; empty if one is missing or damaged
    public Optional<List<CachedStem>> find(StemKey key, AudioSpec spec, long frames) {
        List<CachedStem> stems = new ArrayList<>();
        for (String stem : key.recipe().stems()) {
            Path file = file(key, stem);
            try {
                CachedStem cached = new CachedStem(file, spec, frames);
                if (!cached.isIntact()) {
                    Files.deleteIfExists(file);
                    return Optional.empty();
                }
                Shelf.touch(file);
                stems.add(cached);
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                LOG.warn("{} cannot be read; its song is separated anew", file, e);
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(stems));
    }

    /// Keeps a stem. What goes wrong is logged: a cache is no reason to fail.
    public void put(StemKey key, String stem, AudioAsset sound, BooleanSupplier cancelled) {
        Path file = file(key, stem);
        Path folder = folder(key);
        try {
            try (Lease _ = work.lease(folder)) {
                CachedStem.write(file, sound, cancelled);
            }
            work.evict(folder, Set.of());
        } catch (IOException e) {
            LOG.warn("{} was not kept for another time", file, e);
        }
    }

    private Path folder(StemKey key) {
        return folder(shelf, key);
    }

    /// Of all that was made by a recipe.
    static Path folder(Shelf shelf, StemKey key) {
        Recipe recipe = key.recipe();
        String words = "unbraid stems 2\n%s\n%s\n%s\n%d\n%s\n%d".formatted(
                recipe.inputSha256(), recipe.model(), key.modelFingerprint(), recipe.shifts(), recipe.overlap(), recipe.seed());
        return shelf.folder().resolve(FinishedWork.sha256(words));
    }

    private Path file(StemKey key, String stem) {
        return folder(key).resolve(fileName(stem) + ENDING);
    }

    /// Stems are named by the model's author: no part of a path.
    static String fileName(String stem) {
        return FinishedWork.sha256(stem).substring(0, 16);
    }
}
