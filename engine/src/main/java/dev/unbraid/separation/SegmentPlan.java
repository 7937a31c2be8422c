package dev.unbraid.separation;

import dev.unbraid.audio.FrameRange;

import java.util.stream.DoubleStream;

/// Where a track is cut, and how much each segment counts where several overlap.
///
/// The range may begin below zero: a shifted run starts in the silence before the track.
public final class SegmentPlan {
    private final FrameRange track;
    private final int stride;
    private final double[] window;
    /// Shares of a segment between others, the same for all of them; empty until somebody asks.
    private volatile float[] between = {};

    private SegmentPlan(FrameRange track, int stride, double[] window) {
        this.track = track;
        this.stride = stride;
        this.window = window;
    }

    public static SegmentPlan of(FrameRange track, int segmentFrames, SeparationSettings settings) {
        if (track.length() == 0 || segmentFrames < 1) {
            throw new IllegalArgumentException("%s in segments of %d frames".formatted(track, segmentFrames));
        }
        // Truncated like the reference's int(); a stride of 0 would never end.
        int stride = Math.max(1, (int) ((1 - settings.overlap()) * segmentFrames));
        return new SegmentPlan(track, stride, triangle(segmentFrames, settings.transitionPower()));
    }

    /// A triangle that never touches zero, so that the first and the last frame carry weight.
    private static double[] triangle(int frames, double power) {
        int rising = frames / 2;
        double peak = frames - rising;
        double[] window = new double[frames];
        for (int i = 0; i < frames; i++) {
            window[i] = Math.pow((i < rising ? i + 1 : frames - i) / peak, power);
        }
        return window;
    }

    public int segments() {
        return Math.toIntExact(Math.ceilDiv(track.length(), stride));
    }

    public int segmentFrames() {
        return window.length;
    }

    public int stride() {
        return stride;
    }

    /// The window that every segment begins with; a short last segment takes its head.
    public DoubleStream weights() {
        return DoubleStream.of(window);
    }

    public Segment segment(int index) {
        if (index < 0 || index >= segments()) {
            throw new IndexOutOfBoundsException("segment %d of %d".formatted(index, segments()));
        }
        return Segment.centred(index, new FrameRange(start(index), end(index)), window.length);
    }

    /// The first frame that segment `index` answers for.
    long start(int index) {
        return track.start() + (long) index * stride;
    }

    /// One past the last frame that segment `index` answers for.
    long end(int index) {
        return Math.min(start(index) + window.length, track.end());
    }

    /// The first segment that shares frames with segment `index`, perhaps itself.
    int firstNeighbour(int index) {
        return Math.max(0, index - reach());
    }

    /// The last segment that shares frames with segment `index`, perhaps itself.
    int lastNeighbour(int index) {
        return Math.min(segments() - 1, index + reach());
    }

    private int reach() {
        return (window.length - 1) / stride;
    }

    /// The first segment that answers for `frame`, which lies in the track.
    int firstOver(long frame) {
        long before = frame - track.start() - window.length;
        return before < 0 ? 0 : (int) (before / stride) + 1;
    }

    /// The last segment that answers for `frame`, which lies in the track.
    int lastOver(long frame) {
        return (int) Math.min(segments() - 1, (frame - track.start()) / stride);
    }

    /// The part of the output that comes from `segment`, frame by frame; over all segments each frame sums to 1.
    ///
    /// @param offset the first frame, from the segment's range on
    /// @param to     takes `count` shares from index 0 on
    void shares(Segment segment, int offset, float[] to, int count) {
        int index = segment.index();
        if (index >= reach() && index + reach() < segments()) {
            System.arraycopy(between(index), offset, to, 0, count);
        } else {
            computeShares(index, offset, to, count);
        }
    }

    private float[] between(int index) {
        if (between.length == 0) {
            float[] shares = new float[window.length];
            computeShares(index, 0, shares, shares.length);
            between = shares;
        }
        return between;
    }

    private void computeShares(int index, int offset, float[] to, int count) {
        int first = firstNeighbour(index);
        int last = lastNeighbour(index);
        double[] total = new double[count];
        for (int other = first; other <= last; other++) {
            int shift = (index - other) * stride + offset;
            int end = Math.min(count, window.length - shift);
            for (int i = Math.max(0, -shift); i < end; i++) {
                total[i] += window[i + shift];
            }
        }
        for (int i = 0; i < count; i++) {
            to[i] = (float) (window[offset + i] / total[i]);
        }
    }
}
