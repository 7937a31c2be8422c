package dev.unbraid.app.controls;

import dev.unbraid.project.Lane;

/// How high lanes are at first.
public final class LaneHeights {
    public static final int MIX_PX = 104;
    public static final int STEM_PX = 92;

    private LaneHeights() {}

    public static int usualPx(Lane lane) {
        return lane.stem().equals(Lane.MIX) ? MIX_PX : STEM_PX;
    }
}
