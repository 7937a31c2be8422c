package dev.unbraid.overview;

/// Minimum, maximum and mean square of a sound at many widths, so that any zoom is drawn in the time of a screen's
/// columns. One thread adds while others read.
@SuppressWarnings("DoNotCallSuggester")
public final class PeakPyramid {
    /// Frames of the finest bins.
    public static final int BASE_FRAMES = 128;

    public PeakPyramid(int channels) {
        throw new UnsupportedOperationException("channels " + channels);
    }

    /// Takes in frames of every channel; stretches come in any order, each of them once.
    public void add(long startFrame, float[][] planes, int offset, int frames) {
        throw new UnsupportedOperationException();
    }

    public int channels() {
        throw new UnsupportedOperationException();
    }
}
