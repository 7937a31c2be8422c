package dev.unbraid.app.timeline.layer;

/// One thing that is painted over what is there already.
public interface Layer {
    /// Paints columns `from` to `to`, exclusive, and touches no other.
    void paint(Columns columns, Raster raster, int from, int to);
}
