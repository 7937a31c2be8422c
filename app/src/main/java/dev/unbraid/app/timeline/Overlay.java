package dev.unbraid.app.timeline;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/// What lies over ruler and pictures: selection, box, playhead. Nodes of their own, so that moving one of them repaints
/// no picture.
final class Overlay extends Pane {
    private static final double PLAYHEAD_PX = 2;
    private static final double CAP_PX = 6;

    private final Region selection = new Region();
    private final Region box = new Region();
    private final Region line = new Region();
    private final Polygon cap = new Polygon(-CAP_PX, 0, CAP_PX, 0, 0, CAP_PX);
    private final Pane rows = new Pane(selection, box);
    private final Rectangle clip = new Rectangle();
    private final Rectangle rowsClip = new Rectangle();

    /// Where a selection lies; perhaps outside of what is seen.
    record Stretch(double left, double right) {}

    /// Where a box lies, in the overlay's pixels.
    record BoxPlace(double left, double top, double right, double bottom) {}

    Overlay() {
        setMouseTransparent(true);
        selection.getStyleClass().add("timeline-selection");
        box.getStyleClass().add("timeline-box");
        line.getStyleClass().add("timeline-playhead");
        cap.getStyleClass().add("timeline-playhead-cap");
        // Else the pane would give them their preferred size, which is none.
        selection.setManaged(false);
        box.setManaged(false);
        line.setManaged(false);
        line.setId("playhead");
        selection.setId("selection");
        box.setId("box");
        rows.setClip(rowsClip);
        setClip(clip);
        getChildren().addAll(rows, line, cap);
    }

    /// @param x of the playhead
    void showPlayhead(double x) {
        line.setTranslateX(Math.rint(x) - PLAYHEAD_PX / 2);
        cap.setTranslateX(Math.rint(x));
        boolean there = x >= -CAP_PX && x <= getWidth() + CAP_PX;
        line.setVisible(there);
        cap.setVisible(there);
    }

    void showSelection(Optional<Stretch> edges) {
        selection.setVisible(edges.isPresent());
        edges.ifPresent(it -> {
            double left = Math.rint(Math.max(-8, it.left));
            double right = Math.rint(Math.min(getWidth() + 8, it.right));
            selection.resizeRelocate(left, 0, Math.max(1, right - left), Math.max(0, getHeight() - RulerView.HEIGHT_PX));
        });
    }

    void showBox(Optional<BoxPlace> place) {
        box.setVisible(place.isPresent());
        place.ifPresent(it -> {
            double left = Math.rint(Math.max(-8, it.left));
            double right = Math.rint(Math.min(getWidth() + 8, it.right));
            box.resizeRelocate(left, Math.rint(it.top), Math.max(2, right - left), Math.max(2, Math.rint(it.bottom - it.top)));
        });
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double below = Math.max(0, getHeight() - RulerView.HEIGHT_PX);
        rows.resizeRelocate(0, RulerView.HEIGHT_PX, getWidth(), below);
        rowsClip.setWidth(getWidth());
        rowsClip.setHeight(below);
        cap.setLayoutY(RulerView.HEIGHT_PX - CAP_PX - 5);
        line.resizeRelocate(0, 0, PLAYHEAD_PX, getHeight());
    }
}
