package dev.unbraid.app.timeline.layer;

/// Which frames a picture's columns show: column `c` begins at frame `(origin + c) * framesPerColumn`.
///
/// The grid starts at frame 0 whatever the view does, so that a scrolled picture has the same columns as before.
public record Columns(long origin, double framesPerColumn) {
    public static Columns from(double startFrame, double framesPerColumn) {
        return new Columns(Math.round(startFrame / framesPerColumn), framesPerColumn);
    }

    public double startOf(int column) {
        return (origin + column) * framesPerColumn;
    }

    public double centreOf(int column) {
        return (origin + column + 0.5) * framesPerColumn;
    }

    /// The column that holds `frame`; it may lie outside of the picture.
    public int columnOf(double frame) {
        return (int) Math.clamp((long) Math.floor(frame / framesPerColumn) - origin, -1L << 30, 1L << 30);
    }
}
