package dev.unbraid.app.timeline;

import dev.unbraid.audio.FrameRange;

/// The part of the song that is on the screen.
///
/// @param startFrame     at the left edge
/// @param framesPerPixel more than 0
public record Viewport(double startFrame, double framesPerPixel) {
    public Viewport {
        if (!(framesPerPixel > 0)) {
            throw new IllegalArgumentException("frames per pixel " + framesPerPixel);
        }
    }

    public static Viewport fitting(Extent extent) {
        return new Viewport(0, extent.framesPerPixelToFit());
    }

    /// Shows `range` with a little air on both sides.
    public static Viewport showing(FrameRange range, Extent extent) {
        double wide = Math.max(1, range.length()) * 1.04;
        return new Viewport(range.start() - (wide - range.length()) / 2, wide / extent.widthPx()).within(extent);
    }

    public double frameAt(double x) {
        return startFrame + x * framesPerPixel;
    }

    public double xOf(double frame) {
        return (frame - startFrame) / framesPerPixel;
    }

    public double xOf(long frame) {
        return xOf((double) frame);
    }

    public double endFrame(Extent extent) {
        return frameAt(extent.widthPx());
    }

    /// The frame under `x` stays there, unless an end of the song forbids it.
    ///
    /// @param factor above 1 comes closer
    public Viewport zoomed(double x, double factor, Extent extent) {
        double wanted = Math.clamp(framesPerPixel / factor, 1 / Extent.CLOSEST_PX, extent.framesPerPixelToFit());
        return new Viewport(frameAt(x) - x * wanted, wanted).within(extent);
    }

    public Viewport scrolled(double px, Extent extent) {
        return new Viewport(startFrame + px * framesPerPixel, framesPerPixel).within(extent);
    }

    public Viewport startingAt(double frame, Extent extent) {
        return new Viewport(frame, framesPerPixel).within(extent);
    }

    /// The nearest view that shows no more than there is.
    public Viewport within(Extent extent) {
        double zoom = Math.clamp(framesPerPixel, 1 / Extent.CLOSEST_PX, extent.framesPerPixelToFit());
        double last = Math.max(0, extent.frames() - extent.widthPx() * zoom);
        return new Viewport(Math.clamp(startFrame, 0, last), zoom);
    }
}
