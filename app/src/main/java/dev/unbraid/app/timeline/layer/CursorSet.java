package dev.unbraid.app.timeline.layer;

import dev.unbraid.audio.AssetId;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.SpectrogramTile;
import dev.unbraid.overview.TileKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The spectrograms that one picture shows. They outlive changes of colours and are gathered anew when anything else
/// about them changes.
public final class CursorSet {
    private final Function<TileKey, Optional<SpectrogramTile>> tiles;
    private final Gathering gathering;
    private final Map<AssetId, LevelCursor> cursors = new HashMap<>();
    private Optional<Shape> shape = Optional.empty();

    /// What decides which bins make up which row.
    public record Shape(FrequencyAxis axis, int height, SpectrogramSettings settings, double sampleRate) {
        public RowBins rows() {
            return new RowBins(axis, height, settings.bins(), sampleRate);
        }
    }

    public CursorSet(Function<TileKey, Optional<SpectrogramTile>> tiles, Gathering gathering) {
        this.tiles = tiles;
        this.gathering = gathering;
    }

    /// From now on only these sounds are shown, in this shape.
    public void show(Shape wanted, List<AssetId> assets) {
        if (!shape.equals(Optional.of(wanted))) {
            cursors.clear();
            shape = Optional.of(wanted);
        }
        cursors.keySet().retainAll(assets);
        RowBins rows = wanted.rows();
        for (AssetId asset : assets) {
            cursors.computeIfAbsent(asset, id -> new LevelCursor(id, wanted.settings, new MappedTiles(tiles, rows, gathering)));
        }
    }

    public void clear() {
        cursors.clear();
    }

    /// @throws IllegalArgumentException if it is not shown
    public LevelCursor cursor(AssetId asset) {
        return Optional.ofNullable(cursors.get(asset))
                .orElseThrow(() -> new IllegalArgumentException("not shown: " + asset));
    }

    /// Whether a tile is of what is shown.
    public boolean shows(TileKey key) {
        return cursors.containsKey(key.asset()) && shape.map(it -> it.settings.equals(key.settings())).orElse(false);
    }

    public List<TileKey> wanted(Columns columns, int from, int to) {
        List<TileKey> keys = new ArrayList<>();
        cursors.values().forEach(it -> it.want(columns, from, to, keys));
        return keys;
    }
}
