package dev.unbraid.app.timeline.layer;

import java.util.function.LongSupplier;

/// The colour of silence under a spectrogram, as far as its sound goes.
public record GroundLayer(LongSupplier frames, int argb) implements Layer {
    @Override
    public void paint(Columns columns, Raster raster, int from, int to) {
        int first = Math.max(from, columns.columnOf(0));
        int end = Math.min(to, columns.columnOf((double) frames.getAsLong()) + 1);
        if (first < end) {
            raster.clear(first, end, argb);
        }
    }
}
