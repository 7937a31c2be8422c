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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// The sounds that a session holds, each with its waveform and, once it is whole, its hash. Any thread.
final class Sounds {
    private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);

    private final AssetStore store;
    private final Map<AssetId, Waveform> waveforms = new ConcurrentHashMap<>();
    private final Map<AssetId, CompletableFuture<String>> hashes = new ConcurrentHashMap<>();

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
        CompletableFuture<String> known = hashes.get(id);
        return known == null ? Optional.empty() : Optional.ofNullable(known.getNow(null));
    }

    /// The sound's hash once it is whole; cancelled if that will never be.
    CompletionStage<String> whole(AssetId id) {
        CompletableFuture<String> known = hashes.get(id);
        return known == null ? CompletableFuture.failedStage(new CancellationException(id.value())) : known;
    }

    /// Begins a sound; it can be found at once.
    ///
    /// @param expectedFrames 0 if nobody knows
    Recording record(AudioSpec spec, long expectedFrames) throws IOException {
        Recording recording = new Recording(store.create(spec, expectedFrames));
        waveforms.put(recording.asset().id(), recording.waveform());
        hashes.put(recording.asset().id(), new CompletableFuture<>());
        return recording;
    }

    void finish(Recording recording) throws IOException {
        String hash = recording.finish();
        hashes.computeIfAbsent(recording.asset().id(), _ -> new CompletableFuture<>()).complete(hash);
    }

    /// Those that are whole: the others belong to a job, which will see to them.
    void forgetWhole() {
        waveforms.values().stream()
                .map(Waveform::sound)
                .filter(AudioAsset::isComplete)
                .map(AudioAsset::id)
                .toList()
                .forEach(this::forget);
    }

    void forget(AssetId id) {
        waveforms.remove(id);
        CompletableFuture<String> hash = hashes.remove(id);
        if (hash != null) {
            hash.cancel(false);
        }
        try {
            store.remove(id);
        } catch (IOException e) {
            // Some systems keep a file while anybody still reads it; it goes with the session's folder.
            LOG.debug("{} stays for now", id, e);
        }
    }
}
