package dev.unbraid.app.timeline.layer;

import dev.unbraid.overview.SpectrogramTile;
import dev.unbraid.overview.TileKey;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Tiles with their bins gathered into a picture's rows, so that repainting looks up instead of gathering again.
///
/// Holds the last 160: about 17 screens of one sound, 1.9 MB at 92 rows.
public final class MappedTiles {
    private static final int MOST = 160;

    private final Function<TileKey, Optional<SpectrogramTile>> tiles;
    private final RowBins rows;
    private final Gathering gathering;
    private final Map<TileKey, Mapped> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TileKey, Mapped> eldest) {
            return size() > MOST;
        }
    };

    /// @param source held weakly: the cache alone decides what stays in memory
    /// @param levels `[column * height + row]`, unsigned
    @SuppressWarnings("ArrayRecordComponent") // read once per pixel
    record Mapped(WeakReference<SpectrogramTile> source, byte[] levels, int columns) {
        boolean isOf(SpectrogramTile tile) {
            return source.refersTo(tile);
        }
    }

    public MappedTiles(Function<TileKey, Optional<SpectrogramTile>> tiles, RowBins rows, Gathering gathering) {
        this.tiles = tiles;
        this.rows = rows;
        this.gathering = gathering;
    }

    RowBins rows() {
        return rows;
    }

    Optional<Mapped> find(TileKey key) {
        Optional<SpectrogramTile> tile = tiles.apply(key);
        Mapped mapped = known.get(key);
        if (tile.isEmpty()) {
            // Let go by the cache, yet what was gathered from it still holds.
            return Optional.ofNullable(mapped);
        }
        if ((mapped != null && mapped.isOf(tile.get())) || !gathering.mayGather(key)) {
            return Optional.ofNullable(mapped);
        }
        Mapped fresh = gathered(tile.get());
        known.put(key, fresh);
        return Optional.of(fresh);
    }

    private Mapped gathered(SpectrogramTile tile) {
        byte[] levels = new byte[tile.columns() * rows.height()];
        for (int column = 0; column < tile.columns(); column++) {
            rows.map(tile.levels(), column * tile.bins(), levels, column * rows.height());
        }
        return new Mapped(new WeakReference<>(tile), levels, tile.columns());
    }
}
