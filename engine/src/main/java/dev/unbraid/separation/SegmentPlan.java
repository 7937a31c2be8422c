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
        long start = track.start() + (long) index * stride;
        long end = Math.min(start + window.length, track.end());
        return Segment.centred(index, new FrameRange(start, end), window.length);
    }

    /// The first frame that a later segment may still change once segment `index` is in.
    public long finalBefore(int index) {
        return index + 1 < segments() ? track.start() + (index + 1L) * stride : track.end();
    }

    /// The part of the output that comes from `segment`, frame by frame; over all segments each frame sums to 1.
    float[] shares(Segment segment) {
        int frames = segment.frames();
        double[] total = new double[frames];
        int reach = (window.length - 1) / stride;
        int first = Math.max(0, segment.index() - reach);
        int last = Math.min(segments() - 1, segment.index() + reach);
        for (int other = first; other <= last; other++) {
            int shift = (segment.index() - other) * stride;
            int end = Math.min(frames, window.length - shift);
            for (int i = Math.max(0, -shift); i < end; i++) {
                total[i] += window[i + shift];
            }
        }
        float[] shares = new float[frames];
        for (int i = 0; i < frames; i++) {
            shares[i] = (float) (window[i] / total[i]);
        }
        return shares;
    }
}
