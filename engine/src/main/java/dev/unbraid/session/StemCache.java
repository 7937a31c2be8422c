package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.project.Recipe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Stems that were separated before, on disk: a folder per recipe, a file per stem. Several sessions may share it.
///
/// Which stems a recipe wanted does not matter, for a stem is the same alone and among others.
public final class StemCache {
    /// What the cache takes at most, however much room there is.
    public static final long USUAL_LIMIT_BYTES = 20_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(StemCache.class);
    private static final String ENDING = ".stem";
    /// Of the disk's free room and what the cache has of it already.
    private static final int SHARE_OF_ROOM = 4;

    private final Path folder;
    private final long limitBytes;

    /// @param folder     need not exist yet
    /// @param limitBytes the least recently used go when there is more, or more than a quarter of the free disk
    public StemCache(Path folder, long limitBytes) {
        this.folder = folder;
        this.limitBytes = limitBytes;
    }

    /// @return the files of all wanted stems, in the recipe's order, each verified; empty if one is missing or damaged
    Optional<List<CachedStem>> find(StemKey key, AudioSpec spec, long frames) {
        List<CachedStem> stems = new ArrayList<>();
        for (String stem : key.recipe().stems()) {
            Path file = file(key, stem);
            try {
                CachedStem cached = new CachedStem(file, spec, frames);
                if (!cached.isIntact()) {
                    Files.deleteIfExists(file);
                    return Optional.empty();
                }
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
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
    void put(StemKey key, String stem, AudioAsset sound, BooleanSupplier cancelled) {
        Path file = file(key, stem);
        try {
            Files.createDirectories(file.getParent());
            CachedStem.write(file, sound, cancelled);
            evict();
        } catch (IOException e) {
            LOG.warn("{} was not kept for another time", file, e);
        }
    }

    private synchronized void evict() throws IOException {
        record Entry(Path file, long bytes, FileTime used) {}
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(it -> it.toString().endsWith(ENDING)).toList()) {
                entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        long limit = Math.min(limitBytes, (Files.getFileStore(folder).getUsableSpace() + bytes) / SHARE_OF_ROOM);
        entries.sort(Comparator.comparing(Entry::used));
        for (Entry entry : entries) {
            if (bytes <= limit) {
                return;
            }
            Files.deleteIfExists(entry.file());
            bytes -= entry.bytes();
        }
    }

    private Path file(StemKey key, String stem) {
        Recipe recipe = key.recipe();
        String words = "unbraid stems 2\n%s\n%s\n%s\n%d\n%s\n%d".formatted(
                recipe.inputSha256(), recipe.model(), key.modelFingerprint(), recipe.shifts(), recipe.overlap(), recipe.seed());
        // Stems are named by the model's author: no part of a path.
        return folder.resolve(sha256(words)).resolve(sha256(stem).substring(0, 16) + ENDING);
    }

    private static String sha256(String text) {
        MessageDigest digest = FrameDigest.sha256();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
