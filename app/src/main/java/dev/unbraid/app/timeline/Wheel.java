package dev.unbraid.app.timeline;

import java.util.function.DoubleConsumer;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// Wheel, trackpad and pinch.
final class Wheel {
    /// Of a wheel's notch, as JavaFX counts it.
    private static final double NOTCH = 40;
    private static final double ZOOM_PER_NOTCH = 1.25;
    private static final double STRETCH_PER_NOTCH = 1.1;

    private final TimelineModel model;
    private final RowList rows;
    private final DoubleConsumer scrollRows;

    /// @param scrollRows moves the rows down by so many pixels
    Wheel(TimelineModel model, RowList rows, DoubleConsumer scrollRows) {
        this.model = model;
        this.rows = rows;
        this.scrollRows = scrollRows;
    }

    /// @param x of the pointer, from the pictures' left edge
    void scroll(ScrollEvent event, double x) {
        // With Shift some systems turn the wheel sideways themselves.
        double turned = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (event.isShortcutDown() && event.isShiftDown()) {
            rows.stretch(Math.pow(STRETCH_PER_NOTCH, turned / NOTCH));
        } else if (event.isShortcutDown()) {
            model.zoom(Math.clamp(x, 0, model.extent().widthPx()), Math.pow(ZOOM_PER_NOTCH, turned / NOTCH));
        } else if (event.isShiftDown()) {
            model.scroll(-turned);
        } else {
            if (event.getDeltaX() != 0) {
                model.scroll(-event.getDeltaX());
            }
            scrollRows.accept(event.getDeltaY());
        }
        event.consume();
    }

    void pinch(ZoomEvent event, double x) {
        model.zoom(Math.clamp(x, 0, model.extent().widthPx()), event.getZoomFactor());
        event.consume();
    }
}
