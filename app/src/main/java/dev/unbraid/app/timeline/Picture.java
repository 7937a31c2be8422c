package dev.unbraid.app.timeline;

import dev.unbraid.app.timeline.layer.Columns;
import dev.unbraid.app.timeline.layer.Layer;
import dev.unbraid.app.timeline.layer.Raster;

import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Pixels of a row. Scrolling moves those that are there and paints what comes in; all else repaints what is stale.
final class Picture {
    private final ImageView view = new ImageView();
    private final BitSet stale = new BitSet();
    private Raster raster = Raster.of(1, 1);
    private PixelBuffer<IntBuffer> buffer = bufferOf(raster);
    private Optional<Columns> shown = Optional.empty();
    private List<Layer> layers = List.of();
    private int background;

    Picture() {
        view.setMouseTransparent(true);
        view.setSmooth(false);
    }

    ImageView view() {
        return view;
    }

    Raster raster() {
        return raster;
    }

    /// @param scale screen pixels per unit of layout
    void resize(double width, double height, double scale) {
        int columns = (int) Math.max(1, Math.round(width * scale));
        int rows = (int) Math.max(1, Math.round(height * scale));
        view.setFitWidth(columns / scale);
        view.setFitHeight(rows / scale);
        if (columns != raster.width() || rows != raster.height()) {
            raster = Raster.of(columns, rows);
            buffer = bufferOf(raster);
            view.setImage(new WritableImage(buffer));
            staleAll();
        }
    }

    private static PixelBuffer<IntBuffer> bufferOf(Raster raster) {
        return new PixelBuffer<>(raster.width(), raster.height(), IntBuffer.wrap(raster.pixels()),
                PixelFormat.getIntArgbPreInstance());
    }

    /// What is painted from now on, the lowest first.
    void show(int backgroundArgb, List<Layer> painted) {
        background = backgroundArgb;
        layers = List.copyOf(painted);
        staleAll();
    }

    void staleAll() {
        shown = Optional.empty();
    }

    /// What shows these frames is out of date.
    void stale(double startFrame, double endFrame) {
        shown.ifPresent(columns -> {
            int from = Math.max(0, columns.columnOf(startFrame));
            int to = Math.min(raster.width(), columns.columnOf(endFrame) + 1);
            if (from < to) {
                stale.set(from, to);
            }
        });
    }

    /// Brings the picture to `columns`.
    ///
    /// @return how many columns were painted
    int paint(Columns columns) {
        boolean moved = move(columns);
        shown = Optional.of(columns);
        int painted = stale.cardinality();
        if (painted == 0 && !moved) {
            return 0;
        }
        int first = moved ? 0 : stale.nextSetBit(0);
        int end = moved ? raster.width() : stale.length();
        for (int from = stale.nextSetBit(0); from >= 0; from = stale.nextSetBit(from)) {
            int to = Math.min(stale.nextClearBit(from), raster.width());
            paint(columns, from, to);
            stale.clear(from, to);
        }
        buffer.updateBuffer(_ -> new Rectangle2D(first, 0, end - first, raster.height()));
        return painted;
    }

    private boolean move(Columns columns) {
        if (shown.isEmpty() || shown.get().framesPerColumn() != columns.framesPerColumn()) {
            stale.set(0, raster.width());
            return false;
        }
        long by = columns.origin() - shown.get().origin();
        if (by == 0) {
            return false;
        }
        if (Math.abs(by) >= raster.width()) {
            stale.set(0, raster.width());
            return false;
        }
        shift((int) by);
        return true;
    }

    private void shift(int by) {
        int width = raster.width();
        raster.shift(by);
        BitSet before = (BitSet) stale.clone();
        stale.clear();
        before.stream().map(column -> column - by).filter(it -> it >= 0 && it < width).forEach(stale::set);
        if (by > 0) {
            stale.set(width - by, width);
        } else {
            stale.set(0, -by);
        }
    }

    private void paint(Columns columns, int from, int to) {
        raster.clear(from, to, background);
        for (Layer layer : layers) {
            layer.paint(columns, raster, from, to);
        }
    }
}
