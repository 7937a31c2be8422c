package dev.unbraid.assets;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
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
        AssetId id = freshId();
        AudioAsset asset = new AudioAsset(id, spec, expectedFrames);
        AssetWriter writer = AssetWriter.create(asset, folder.resolve(id + ".pcm"));
        assets.put(id, asset);
        return writer;
    }

    /// Forgets a sound that nobody needs and frees its room on disk.
    public void remove(AssetId id) throws IOException {
        assets.remove(id);
        Files.deleteIfExists(folder.resolve(id + ".pcm"));
    }

    private static AssetId freshId() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return new AssetId(HexFormat.of().formatHex(random));
    }
}
