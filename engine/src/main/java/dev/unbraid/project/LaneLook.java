package dev.unbraid.project;

/// How a lane is drawn.
///
/// @param heightPx 32 to 600
/// @param colour   `#rrggbb`
public record LaneLook(LaneView view, int heightPx, String colour) {
    public static final int LOWEST_PX = 32;
    public static final int HIGHEST_PX = 600;

    public LaneLook {
        if (heightPx < LOWEST_PX || heightPx > HIGHEST_PX) {
            throw new IllegalArgumentException("height " + heightPx);
        }
        if (!colour.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException("colour " + colour);
        }
    }

    public LaneLook withView(LaneView other) {
        return new LaneLook(other, heightPx, colour);
    }

    public LaneLook withHeightPx(int height) {
        return new LaneLook(view, height, colour);
    }

    public LaneLook withColour(String other) {
        return new LaneLook(view, heightPx, other);
    }
}
