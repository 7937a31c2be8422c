package dev.unbraid.app.timeline.layer;

import dev.unbraid.app.timeline.layer.WaveformLayer.Band;
import dev.unbraid.assets.AudioAsset;

/// A waveform so close that its samples can be told apart: a line from sample to sample, and dots where there is room.
final class SampleLayer implements Layer {
    /// Closer than this it takes over from peaks.
    static final double FRAMES_PER_COLUMN = 1;
    private static final double FRAMES_PER_COLUMN_WITH_DOTS = 1 / 6.0;
    private static final float LINE_PX = 1.4f;
    private static final float DOT_RADIUS_PX = 2.6f;

    private final AudioAsset sound;
    private final WaveformLayer.Look look;

    SampleLayer(AudioAsset sound, WaveformLayer.Look look) {
        this.sound = sound;
        this.look = look;
    }

    @Override
    public void paint(Columns columns, Raster raster, int from, int to) {
        long first = (long) Math.floor(columns.startOf(from - 4)) - 1;
        int count = (int) (Math.ceil(columns.startOf(to + 4)) + 2 - first);
        float[][] samples = new float[sound.spec().channels()][count];
        sound.read(first, samples, 0, count);
        boolean together = look.channels() == WaveformLayer.Channels.TOGETHER;
        int bands = together ? 1 : samples.length;
        for (int band = 0; band < bands; band++) {
            float[] line = together ? average(samples) : samples[band];
            Line drawn = new Line(line, first, columns, Band.of(band, bands, raster.height()));
            for (int x = from; x < to; x++) {
                paintLine(raster, x, drawn);
            }
            if (columns.framesPerColumn() <= FRAMES_PER_COLUMN_WITH_DOTS) {
                paintDots(raster, from, to, drawn);
            }
        }
    }

    private static float[] average(float[][] samples) {
        float[] average = new float[samples[0].length];
        for (float[] channel : samples) {
            for (int i = 0; i < average.length; i++) {
                average[i] += channel[i] / samples.length;
            }
        }
        return average;
    }

    /// One channel's samples as heights; sample `first` comes first.
    @SuppressWarnings("ArrayRecordComponent") // lives for one painting
    private record Line(float[] samples, long first, Columns columns, Band band) {
        /// Column units from the left edge of the picture; samples sit on column edges.
        double x(long frame) {
            return frame / columns.framesPerColumn() - columns.origin();
        }

        double frame(double x) {
            return (columns.origin() + x) * columns.framesPerColumn();
        }

        float y(long frame, WaveformLayer.Scale scale) {
            return band.y(WaveformLayer.scaled(samples[(int) (frame - first)], scale));
        }

        float yBetween(double frame, WaveformLayer.Scale scale) {
            long before = (long) Math.floor(frame);
            float share = (float) (frame - before);
            return y(before, scale) * (1 - share) + y(before + 1, scale) * share;
        }
    }

    private void paintLine(Raster raster, int x, Line line) {
        double left = line.frame(x);
        double right = line.frame(x + 1.0);
        if (!isThere(left)) {
            return;
        }
        float top = Math.min(line.yBetween(left, look.scale()), line.yBetween(right, look.scale()));
        float bottom = Math.max(line.yBetween(left, look.scale()), line.yBetween(right, look.scale()));
        for (long frame = (long) Math.ceil(left); frame < right; frame++) {
            top = Math.min(top, line.y(frame, look.scale()));
            bottom = Math.max(bottom, line.y(frame, look.scale()));
        }
        raster.span(x, top - LINE_PX / 2, bottom + LINE_PX / 2, look.argb(), 256);
    }

    private boolean isThere(double frame) {
        return frame >= 0 && sound.coverage().endFrom((long) frame) > frame;
    }

    private void paintDots(Raster raster, int from, int to, Line line) {
        long end = (long) Math.floor(line.frame(to + DOT_RADIUS_PX));
        for (long frame = (long) Math.ceil(line.frame(from - DOT_RADIUS_PX)); frame <= end; frame++) {
            if (isThere((double) frame)) {
                paintDot(raster, from, to, line.x(frame), line.y(frame, look.scale()));
            }
        }
    }

    private void paintDot(Raster raster, int from, int to, double centreX, float centreY) {
        int left = Math.max(from, (int) Math.floor(centreX - DOT_RADIUS_PX));
        int right = Math.min(to - 1, (int) Math.ceil(centreX + DOT_RADIUS_PX));
        for (int x = left; x <= right; x++) {
            double aside = x + 0.5 - centreX;
            double reach = Math.sqrt(Math.max(0, DOT_RADIUS_PX * DOT_RADIUS_PX - aside * aside));
            raster.span(x, (float) (centreY - reach), (float) (centreY + reach), look.argb(), 256);
        }
    }
}
