package dev.unbraid.app.timeline;

import dev.unbraid.app.timeline.tool.PointerTool;

import java.util.function.DoubleConsumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Brings the pointer's and the wheel's events to the tools, in the pictures' coordinates.
final class PointerInput {
    private final Region timeline;
    private final RowList rows;
    private final PointerTool pointer;
    private final Hover hover;

    /// @param timeline that the rows lie in
    PointerInput(Region timeline, RowList rows, PointerTool pointer, Hover hover) {
        this.timeline = timeline;
        this.rows = rows;
        this.pointer = pointer;
        this.hover = hover;
    }

    /// @param scrollDown hears by how many pixels, negative upwards
    void listen(TimelineModel model, DoubleConsumer scrollDown) {
        Wheel wheel = new Wheel(model, rows, by -> scrollDown.accept(-by));
        timeline.setOnScroll(event -> wheel.scroll(event, event.getX() - Row.HEADER_PX));
        timeline.setOnZoom(event -> wheel.pinch(event, event.getX() - Row.HEADER_PX));
        rows.setOnMousePressed(event -> {
            if (event.getX() >= Row.HEADER_PX) {
                pointer.press(event, event.getX() - Row.HEADER_PX);
            }
        });
        rows.setOnMouseDragged(event -> {
            pointer.drag(event, event.getX() - Row.HEADER_PX);
            hover(event);
        });
        rows.setOnMouseReleased(event -> pointer.release(event, event.getX() - Row.HEADER_PX));
        // Controls in the headers keep what they hear to themselves, and the read-out must go when they are pointed at.
        rows.addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            rows.setCursor(pointer.cursor(event, event.getX() - Row.HEADER_PX));
            hover(event);
        });
        rows.setOnMouseExited(_ -> hover.left(pointer));
    }

    private void hover(MouseEvent event) {
        Point2D here = timeline.sceneToLocal(event.getSceneX(), event.getSceneY());
        hover.moved(new Hover.Spot(here.getX(), here.getY(), timeline.getWidth(), timeline.getHeight()));
    }
}
