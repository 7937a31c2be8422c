package dev.unbraid.app.timeline.layer;

import java.util.Arrays;

/// What layers paint into: opaque `0xAARRGGBB`, row by row from the top.
@SuppressWarnings("ArrayRecordComponent") // shared with the screen
public record Raster(int[] pixels, int width, int height) {
    public static Raster of(int width, int height) {
        return new Raster(new int[width * height], width, height);
    }

    public int at(int x, int y) {
        return pixels[y * width + x];
    }

    /// Fills columns `from` to `to`, exclusive.
    public void clear(int from, int to, int argb) {
        for (int y = 0; y < height; y++) {
            Arrays.fill(pixels, y * width + from, y * width + to, argb);
        }
    }

    /// Moves all columns to the left, for a negative `by` to the right; those that come in keep old pixels.
    public void shift(int by) {
        int kept = width - Math.abs(by);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            System.arraycopy(pixels, row + Math.max(by, 0), pixels, row + Math.max(-by, 0), kept);
        }
    }

    /// Blends a stretch of a column with `argb`; the ends are shared out by how much of their pixel is covered.
    ///
    /// @param top   fractional, from the upper edge
    /// @param share of the colour, 0 to 256
    void span(int x, float top, float bottom, int argb, int share) {
        float upper = Math.max(0, top);
        float lower = Math.min(height, bottom);
        if (!(lower > upper)) {
            return;
        }
        int first = (int) upper;
        int last = Math.min((int) lower, height - 1);
        if (first == last) {
            blend(first * width + x, argb, (int) (share * (lower - upper)));
            return;
        }
        blend(first * width + x, argb, (int) (share * (first + 1 - upper)));
        int end = last * width + x;
        for (int i = (first + 1) * width + x; i < end; i += width) {
            blend(i, argb, share);
        }
        blend(end, argb, (int) (share * (lower - last)));
    }

    void blend(int index, int argb, int share) {
        pixels[index] = share >= 256 ? argb : Argb.mixed(pixels[index], argb, share);
    }
}
