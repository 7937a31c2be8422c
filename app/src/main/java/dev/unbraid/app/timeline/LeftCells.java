package dev.unbraid.app.timeline;

import dev.unbraid.ui.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// What stands at the left where no lane's header does: beside the overview, the ruler, and below the last row.
final class LeftCells extends Pane {
    static final double ADD_ROW_PX = 36;

    private final Label overview;
    private final Region ruler = new Region();
    private final Button addSong;
    private final Pane below;
    private final Rectangle belowClip = new Rectangle();

    LeftCells(Messages messages) {
        getStyleClass().add("timeline-left");
        overview = new Label(messages.text("overview"));
        overview.getStyleClass().add("timeline-overview-cell");
        overview.setAlignment(Pos.CENTER_LEFT);
        ruler.getStyleClass().add("timeline-ruler-cell");
        addSong = new Button(messages.text("add-song"));
        addSong.getStyleClass().setAll("timeline-add-song");
        addSong.setId("add-song");
        addSong.setFocusTraversable(false);
        addSong.setManaged(false);
        below = new Pane(addSong);
        below.setClip(belowClip);
        below.setPickOnBounds(false);
        getChildren().addAll(overview, ruler, below);
    }

    void onAddSong(Runnable wish) {
        addSong.setOnAction(_ -> wish.run());
    }

    /// @param top where the last row ends
    void placeAddRow(double top) {
        addSong.resizeRelocate(0, top - OverviewStrip.HEIGHT_PX - RulerView.HEIGHT_PX, Row.HEADER_PX - 1, ADD_ROW_PX);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = OverviewStrip.HEIGHT_PX + RulerView.HEIGHT_PX;
        overview.resizeRelocate(0, 0, width, OverviewStrip.HEIGHT_PX);
        ruler.resizeRelocate(0, OverviewStrip.HEIGHT_PX, width, RulerView.HEIGHT_PX);
        below.resizeRelocate(0, top, width, Math.max(0, getHeight() - top));
        belowClip.setWidth(width);
        belowClip.setHeight(Math.max(0, getHeight() - top));
    }
}
