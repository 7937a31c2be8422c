package dev.unbraid.session;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.cache.FrameDigest;
import dev.unbraid.overview.PeakPyramid;
import dev.unbraid.overview.Waveform;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The sounds that a session holds, each with its waveform and, where it came in one go, its hash. Any thread.
final class Sounds {
    private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);

    private static final int BLOCK = 1 << 14;

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

    /// Empty until the sound is whole, and for one that came piece by piece.
    Optional<String> sha256(AssetId id) {
        CompletableFuture<String> known = hashes.get(id);
        return known == null ? Optional.empty() : Optional.ofNullable(known.getNow(null));
    }

    /// The hash of a sound that comes in one go, once it is whole; cancelled if that will never be.
    CompletionStage<String> whole(AssetId id) {
        CompletableFuture<String> known = hashes.get(id);
        return known == null ? CompletableFuture.failedStage(new CancellationException(id.value())) : known;
    }

    /// Begins a sound; it can be found at once.
    ///
    /// @param expectedFrames 0 if nobody knows
    Recording record(AudioSpec spec, long expectedFrames) throws IOException {
        return begun(new Recording(store.create(spec, expectedFrames)));
    }

    /// As [#record], for a sound that had its name before, in another session.
    Recording record(AssetId id, AudioSpec spec, long expectedFrames) throws IOException {
        return begun(new Recording(store.create(id, spec, expectedFrames)));
    }

    private Recording begun(Recording recording) {
        waveforms.put(recording.asset().id(), recording.waveform());
        hashes.put(recording.asset().id(), new CompletableFuture<>());
        return recording;
    }

    void finish(Recording recording) throws IOException {
        recording.finish();
        recording.sha256().ifPresent(hash ->
                hashes.computeIfAbsent(recording.asset().id(), _ -> new CompletableFuture<>()).complete(hash));
    }

    /// Takes over a sound of a session that is no more, with its waveform.
    ///
    /// @throws IOException if it is not there or damaged
    void adopt(AssetId id, Path from) throws IOException {
        AudioAsset sound = store.adopt(id, from);
        String hash = read(sound);
        if (sound.isComplete()) {
            hashes.put(id, CompletableFuture.completedFuture(hash));
        }
    }

    /// As [#adopt]; a sound that was still growing is whole with what is there.
    void adoptAsWhole(AssetId id, Path from) throws IOException {
        AudioAsset sound = store.adopt(id, from);
        store.end(id);
        hashes.put(id, CompletableFuture.completedFuture(read(sound)));
    }

    private String read(AudioAsset sound) {
        PeakPyramid peaks = new PeakPyramid(sound);
        FrameDigest digest = new FrameDigest(sound.spec());
        float[][] planes = new float[sound.spec().channels()][BLOCK];
        for (FrameRange range : sound.coverage().ranges()) {
            for (long at = range.start(); at < range.end(); at += BLOCK) {
                int count = (int) Math.min(BLOCK, range.end() - at);
                sound.read(at, planes, 0, count);
                peaks.add(at, planes, 0, count);
                digest.add(planes, 0, count);
            }
        }
        waveforms.put(sound.id(), new Waveform(sound, peaks));
        return digest.hex();
    }

    /// Forgets all that a document does not need. Those that still grow belong to a job, which will see to them.
    void retain(Project project) {
        Set<AssetId> needed = project.songs().stream().flatMap(Song::sounds).collect(Collectors.toSet());
        waveforms.values().stream()
                .map(Waveform::sound)
                .filter(sound -> sound.isComplete() && !needed.contains(sound.id()))
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
