package dev.unbraid.app.timeline;

/// What there is to look at, and how much room it has.
///
/// @param frames  length of the longest song, in the active song's frames
/// @param widthPx of the pictures
public record Extent(double frames, double widthPx) {
    /// The closest zoom: this many pixels a frame.
    static final double CLOSEST_PX = 32;

    public Extent {
        frames = Math.max(1, frames);
        widthPx = Math.max(1, widthPx);
    }

    /// The farthest zoom: all of it fills the width.
    double framesPerPixelToFit() {
        return Math.max(frames / widthPx, 1 / CLOSEST_PX);
    }
}
