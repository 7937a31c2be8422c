package dev.unbraid.app.timeline.layer;

import dev.unbraid.audio.AssetId;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.TileKey;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Walks along one sound's spectrogram, a column of a picture at a time.
///
/// Takes the tiles whose columns lie closest to the picture's; where they are still being made, wider or finer ones
/// that are there stand in.
public final class LevelCursor {
    /// The zooms that stand in, from the picture's own, best first.
    private static final int[] STAND_INS = {0, 1, -1, 2, 3, -2, 4};

    private final AssetId asset;
    private final SpectrogramSettings settings;
    private final MappedTiles tiles;
    private final int height;
    /// One for each of the stand-ins: neighbouring columns ask for the same tiles, there or not.
    private final List<Slot> slots = IntStream.range(0, STAND_INS.length).mapToObj(_ -> new Slot()).toList();
    private int zoom;
    private byte[] before = {};
    private byte[] after = {};
    private int beforeAt;
    private int afterAt;
    private int share;

    /// The tile that was last asked for at one zoom.
    private static final class Slot {
        private int index = -1;
        private Optional<MappedTiles.Mapped> tile = Optional.empty();
    }

    public LevelCursor(AssetId asset, SpectrogramSettings settings, MappedTiles tiles) {
        this.asset = asset;
        this.settings = settings;
        this.tiles = tiles;
        height = tiles.rows().height();
    }

    RowBins rows() {
        return tiles.rows();
    }

    /// To be called before each painting.
    void start(double framesPerColumn) {
        zoom = zoomFor(framesPerColumn);
        slots.forEach(slot -> slot.index = -1);
    }

    private int zoomFor(double framesPerColumn) {
        double octaves = Math.log(framesPerColumn / settings.hopFrames()) / Math.log(2);
        return Math.max(0, (int) Math.round(octaves));
    }

    /// Goes to the picture's column around `frame`.
    ///
    /// @return whether anything is known there
    boolean seek(double frame) {
        for (int i = 0; i < STAND_INS.length; i++) {
            int atZoom = zoom + STAND_INS[i];
            if (atZoom >= 0 && seek(frame, atZoom, slots.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean seek(double frame, int atZoom, Slot slot) {
        double place = frame / hop(atZoom);
        long column = (long) Math.floor(place);
        if (column < 0 || !load(slot, atZoom, column)) {
            return false;
        }
        before = slot.tile.orElseThrow().levels();
        beforeAt = (int) (column % TileKey.COLUMNS) * height;
        share = (int) (256 * (place - column));
        if (load(slot, atZoom, column + 1)) {
            after = slot.tile.orElseThrow().levels();
            afterAt = (int) ((column + 1) % TileKey.COLUMNS) * height;
        } else {
            share = 0;
        }
        return true;
    }

    private boolean load(Slot slot, int atZoom, long column) {
        int wanted = (int) (column / TileKey.COLUMNS);
        if (wanted != slot.index) {
            slot.index = wanted;
            slot.tile = tiles.find(new TileKey(asset, settings, atZoom, wanted));
        }
        return slot.tile.isPresent() && column % TileKey.COLUMNS < slot.tile.get().columns();
    }

    private double hop(int atZoom) {
        return Math.scalb((double) settings.hopFrames(), atZoom);
    }

    /// @return 0 to 255
    int level(int row) {
        int low = before[beforeAt + row] & 0xff;
        return share == 0 ? low : low + ((((after[afterAt + row] & 0xff) - low) * share) >> 8);
    }

    /// Adds the tiles that columns `from` to `to` show.
    public void want(Columns columns, int from, int to, List<TileKey> keys) {
        int wantedZoom = zoomFor(columns.framesPerColumn());
        double span = hop(wantedZoom) * TileKey.COLUMNS;
        int firstTile = (int) Math.max(0, Math.floor(columns.startOf(from) / span));
        int lastTile = (int) Math.floor(columns.startOf(to) / span);
        for (int i = firstTile; i <= lastTile; i++) {
            keys.add(new TileKey(asset, settings, wantedZoom, i));
        }
    }
}
