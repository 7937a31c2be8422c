package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.project.LaneLook;

/// How high the lanes are that show differences: all alike.
record DifferenceHeight(ViewMirror view) implements RowEdge.Listener {
    @Override
    public double heightPx() {
        return view.differenceHeightPxProperty().get();
    }

    @Override
    public void wantHeight(double px) {
        view.differenceHeightPxProperty().set(Math.clamp(Math.round(px), LaneLook.LOWEST_PX, LaneLook.HIGHEST_PX));
    }

    @Override
    public void wantUsualHeight() {
        wantHeight(ViewMirror.USUAL_DIFFERENCE_PX);
    }

    void stretch(double factor) {
        wantHeight(heightPx() * factor);
    }
}
