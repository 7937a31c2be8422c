package dev.unbraid.app.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// The lower edge of a row, by which its height is dragged; a double click makes it as high as rows are at first.
final class RowEdge extends Region {
    static final double HEIGHT_PX = 5;

    private double pressedY;
    private double heightThen;

    /// What the gestures do.
    interface Listener {
        double heightPx();

        void wantHeight(double px);

        void wantUsualHeight();
    }

    RowEdge(Listener listener) {
        setCursor(Cursor.V_RESIZE);
        setPickOnBounds(true);
        setOnMousePressed(event -> {
            pressedY = event.getSceneY();
            heightThen = listener.heightPx();
            event.consume();
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
                listener.wantUsualHeight();
            }
            event.consume();
        });
        setOnMouseDragged(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                listener.wantHeight(heightThen + event.getSceneY() - pressedY);
            }
            event.consume();
        });
    }
}
