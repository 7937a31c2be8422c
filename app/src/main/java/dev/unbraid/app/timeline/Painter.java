package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.RowPlan.Placed;
import dev.unbraid.app.timeline.layer.Gathering;
import dev.unbraid.overview.TileKey;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Paints the rows that are seen, and asks for the tiles they lack.
final class Painter {
    private final Desk desk;
    private final RowList rows;
    private final RowSurface surface;
    private final Gathering gathering;
    private final Set<TileKey> arrived = ConcurrentHashMap.newKeySet();
    private List<TileKey> wanted = List.of();

    /// @param gathering that all rows share
    Painter(Desk desk, RowList rows, RowSurface surface, Gathering gathering) {
        this.desk = desk;
        this.rows = rows;
        this.surface = surface;
        this.gathering = gathering;
    }

    /// A tile is there, or has more columns. Any thread.
    void tileArrived(TileKey key) {
        arrived.add(key);
    }

    /// @param top    of what is seen of the rows
    /// @param scale  screen pixels per unit of layout
    /// @return whether a sound still fills in, so that there will be more to paint
    boolean paint(Viewport viewport, double top, double bottom, double scale) {
        takeTiles();
        gathering.startFrame();
        List<TileKey> visible = new ArrayList<>();
        List<TileKey> near = new ArrayList<>();
        boolean growing = false;
        for (Placed placed : rows.plan().rows()) {
            Optional<Row> there = rows.row(placed.kind());
            if (there.isEmpty()) {
                // It comes in one of the next frames.
                continue;
            }
            Row row = there.get();
            row.setScale(scale);
            growing |= row.isGrowing();
            if (placed.bottom() > top && placed.top() < bottom) {
                double ratio = surface.rateRatio(placed.kind().song());
                double start = viewport.startFrame() * ratio;
                row.paint(start, viewport.framesPerPixel() * ratio);
                row.want(start, viewport.framesPerPixel() * ratio, visible, near);
            }
        }
        want(visible, near);
        return growing;
    }

    private void takeTiles() {
        List<Row> all = rows.rows();
        for (Iterator<TileKey> keys = arrived.iterator(); keys.hasNext(); ) {
            TileKey key = keys.next();
            keys.remove();
            for (Row row : all) {
                row.tileArrived(key);
            }
        }
    }

    private void want(List<TileKey> visible, List<TileKey> near) {
        Set<TileKey> keys = new LinkedHashSet<>(visible);
        keys.addAll(near);
        List<TileKey> now = List.copyOf(keys);
        if (!now.equals(wanted)) {
            wanted = now;
            desk.tiles().want(now);
        }
    }
}
