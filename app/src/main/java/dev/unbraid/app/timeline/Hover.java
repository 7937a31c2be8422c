package dev.unbraid.app.timeline;

import dev.unbraid.app.timeline.tool.PointerTool;

import javafx.scene.input.MouseEvent;

/// Keeps the read-out with the pointer.
final class Hover {
    private final RowSurface surface;
    private final Readout readout;
    private final ReadoutCard card;

    Hover(RowSurface surface, Readout readout, ReadoutCard card) {
        this.surface = surface;
        this.readout = readout;
        this.card = card;
    }

    /// @param event with the rows' coordinates
    /// @param place the pointer, and the room there is, in the coordinates of the card's parent
    void moved(MouseEvent event, Spot place) {
        double x = event.getX() - Row.HEADER_PX;
        surface.targetAt(event.getY()).filter(_ -> x >= 0).ifPresentOrElse(target -> {
            card.show(readout.read(surface.place(target, x)));
            card.placeAt(place.x, place.y, place.width, place.height);
        }, card::hide);
    }

    /// Where the pointer is, and how much room there is around it.
    record Spot(double x, double y, double width, double height) {}

    void left(PointerTool pointer) {
        if (!pointer.isDragging()) {
            card.hide();
        }
    }
}
