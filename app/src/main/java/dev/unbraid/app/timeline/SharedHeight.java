package dev.unbraid.app.timeline;

import dev.unbraid.project.LaneLook;

import javafx.beans.property.IntegerProperty;

/// How high rows are that are all alike.
///
/// @param usualPx at first, and after a double click
record SharedHeight(IntegerProperty px, int usualPx) implements RowEdge.Listener {
    @Override
    public double heightPx() {
        return px.get();
    }

    @Override
    public void wantHeight(double wanted) {
        px.set(Math.clamp(Math.round(wanted), LaneLook.LOWEST_PX, LaneLook.HIGHEST_PX));
    }

    @Override
    public void wantUsualHeight() {
        wantHeight(usualPx);
    }

    void stretch(double factor) {
        wantHeight(heightPx() * factor);
    }
}
