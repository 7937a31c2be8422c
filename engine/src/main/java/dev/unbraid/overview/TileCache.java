package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Spectrogram tiles within a budget of memory, made by threads of its own for whoever looks now.
@SuppressWarnings("DoNotCallSuggester")
public final class TileCache implements AutoCloseable {
    /// @param sounds      looks a sound up
    /// @param budgetBytes for levels; the least recently used go first
    /// @param threads     that make tiles
    public TileCache(Function<AssetId, Optional<AudioAsset>> sounds, long budgetBytes, int threads) {
        throw new UnsupportedOperationException("%s %d %d".formatted(sounds, budgetBytes, threads));
    }

    /// What there is for `key` now, perhaps fewer columns than there could be. Never waits.
    public Optional<SpectrogramTile> find(TileKey key) {
        throw new UnsupportedOperationException();
    }

    /// Says which tiles are looked at now, the most wanted first. Those that are missing, or that have grown since they
    /// were made, are made; wishes of earlier calls that are not repeated are dropped.
    public void want(List<TileKey> keys) {
        throw new UnsupportedOperationException();
    }

    /// Calls `listener`, on a thread of this cache, when a tile is new or has more columns.
    public void onTile(Consumer<TileKey> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
