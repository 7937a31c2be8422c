package dev.unbraid.assets;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sounds of one open desk, in a folder of its own.
public final class AssetStore {
    private final Path folder;
    private final Map<AssetId, AudioAsset> assets = new ConcurrentHashMap<>();

    /// @param folder of this store alone; made if it is missing
    public AssetStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    public Path folder() {
        return folder;
    }

    public Optional<AudioAsset> find(AssetId id) {
        return Optional.ofNullable(assets.get(id));
    }

    /// Begins a new sound.
    ///
    /// @param expectedFrames how long it is thought to become, 0 if nobody knows
    public AssetWriter create(AudioSpec spec, long expectedFrames) throws IOException {
        return create(freshId(), spec, expectedFrames);
    }

    /// Begins a sound again that had its name before, in another session.
    public AssetWriter create(AssetId id, AudioSpec spec, long expectedFrames) throws IOException {
        AudioAsset asset = new AudioAsset(id, spec, expectedFrames);
        AssetWriter writer = AssetWriter.create(asset, file(id));
        assets.put(id, asset);
        return writer;
    }

    /// Forgets a sound that nobody needs and frees its room on disk.
    public void remove(AssetId id) throws IOException {
        assets.remove(id);
        Files.deleteIfExists(AssetIndex.beside(file(id)));
        Files.deleteIfExists(file(id));
    }

    /// Takes over a sound from the folder of a store that nobody uses any more. One that was still growing stays
    /// unfinished, with what was there when its file last grew.
    ///
    /// @throws IOException if it is not there or damaged
    public AudioAsset adopt(AssetId id, Path from) throws IOException {
        Path index = AssetIndex.beside(file(id));
        link(from.resolve(index.getFileName()), index);
        link(from.resolve(file(id).getFileName()), file(id));
        AudioAsset asset = AudioAsset.reopened(id, AssetIndex.read(index), file(id));
        assets.put(id, asset);
        return asset;
    }

    /// A second name costs nothing; where the disk knows none, a copy is as good.
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException e) {
            Files.copy(from, to);
        } catch (FileSystemException e) {
            if (!Files.exists(from) || Files.exists(to)) {
                throw e;
            }
            Files.copy(from, to);
        }
    }

    /// What is there of a sound that nobody writes any more is all that there will be.
    public void end(AssetId id) {
        find(id).ifPresent(AudioAsset::complete);
    }

    private Path file(AssetId id) {
        return folder.resolve(id + ".pcm");
    }

    private static AssetId freshId() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return new AssetId(HexFormat.of().formatHex(random));
    }
}
