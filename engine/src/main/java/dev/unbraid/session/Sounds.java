package dev.unbraid.session;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.overview.Waveform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sounds that a session holds, each with its waveform and, once it is whole, its hash. Any thread.
final class Sounds {
    private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);

    private final AssetStore store;
    private final Map<AssetId, Waveform> waveforms = new ConcurrentHashMap<>();
    private final Map<AssetId, String> hashes = new ConcurrentHashMap<>();

    Sounds(Path folder) throws IOException {
        store = new AssetStore(folder);
    }

    AssetStore store() {
        return store;
    }

    Optional<AudioAsset> find(AssetId id) {
        return store.find(id);
    }

    Optional<Waveform> waveform(AssetId id) {
        return Optional.ofNullable(waveforms.get(id));
    }

    /// Empty until the sound is whole.
    Optional<String> sha256(AssetId id) {
        return Optional.ofNullable(hashes.get(id));
    }

    /// Begins a sound; it can be found at once.
    ///
    /// @param expectedFrames 0 if nobody knows
    Recording record(AudioSpec spec, long expectedFrames) throws IOException {
        Recording recording = new Recording(store.create(spec, expectedFrames));
        waveforms.put(recording.asset().id(), recording.waveform());
        return recording;
    }

    void finish(Recording recording) throws IOException {
        hashes.put(recording.asset().id(), recording.finish());
    }

    void forget(AssetId id) {
        waveforms.remove(id);
        hashes.remove(id);
        try {
            store.remove(id);
        } catch (IOException e) {
            // Some systems keep a file while anybody still reads it; it goes with the session's folder.
            LOG.debug("{} stays for now", id, e);
        }
    }
}
