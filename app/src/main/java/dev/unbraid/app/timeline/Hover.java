package dev.unbraid.app.timeline;

import dev.unbraid.app.timeline.tool.PointerTool;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Keeps the read-out with the pointer, also while what lies under it moves.
final class Hover {
    private final RowSurface surface;
    private final Readout readout;
    private final ReadoutCard card;
    private final DoubleUnaryOperator yInRows;
    private Optional<Spot> pointer = Optional.empty();

    /// @param yInRows where a height of the card's parent lies in the rows, as they are scrolled now
    Hover(RowSurface surface, Readout readout, ReadoutCard card, DoubleUnaryOperator yInRows) {
        this.surface = surface;
        this.readout = readout;
        this.card = card;
        this.yInRows = yInRows;
    }

    /// Where the pointer is in the card's parent, and how much room there is around it.
    record Spot(double x, double y, double width, double height) {}

    void moved(Spot place) {
        pointer = Optional.of(place);
        follow();
    }

    /// Says anew what is under the pointer: something else may have come there.
    void follow() {
        pointer.ifPresent(this::read);
    }

    private void read(Spot place) {
        double x = place.x - Row.HEADER_PX;
        surface.targetAt(yInRows.applyAsDouble(place.y)).filter(_ -> x >= 0).ifPresentOrElse(target -> {
            card.show(readout.read(surface.place(target, x)));
            card.placeAt(place.x, place.y, place.width, place.height);
        }, card::hide);
    }

    void left(PointerTool tool) {
        if (!tool.isDragging()) {
            pointer = Optional.empty();
            card.hide();
        }
    }
}
