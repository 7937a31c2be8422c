package dev.unbraid.app.timeline.layer;

import dev.unbraid.overview.PeakColumns;
import dev.unbraid.overview.Waveform;

/// Lowest to highest sample light, root mean square strong, channels one above the other; single samples when close.
public final class WaveformLayer implements Layer {
    /// What is left blank above and below each channel.
    private static final float AIR_PX = 3;
    private static final double LOWEST_DB = -60;
    private static final float THINNEST_PX = 1;

    private final Waveform waveform;
    private final Look look;
    private PeakColumns peaks = PeakColumns.of(0);
    private PeakColumns other = PeakColumns.of(0);

    /// How far a sample goes from the middle.
    public enum Scale { LINEAR, DECIBELS }

    /// What channels do.
    public enum Channels { APART, TOGETHER }

    /// @param lightShare of the colour from lowest to highest sample, 0 to 256; the inner part has all of it
    public record Look(int argb, int lightShare, Scale scale, Channels channels) {}

    public WaveformLayer(Waveform waveform, Look look) {
        this.waveform = waveform;
        this.look = look;
    }

    @Override
    public void paint(Columns columns, Raster raster, int from, int to) {
        if (columns.framesPerColumn() < SampleLayer.FRAMES_PER_COLUMN) {
            new SampleLayer(waveform.sound(), look).paint(columns, raster, from, to);
            return;
        }
        if (peaks.columns() != to - from) {
            peaks = PeakColumns.of(to - from);
            other = PeakColumns.of(to - from);
        }
        int bands = bands();
        for (int band = 0; band < bands; band++) {
            read(band, columns.startOf(from), columns.framesPerColumn());
            Band place = Band.of(band, bands, raster.height());
            for (int i = 0; i < to - from; i++) {
                if (peaks.max()[i] >= peaks.min()[i]) {
                    paintColumn(raster, from + i, i, place);
                }
            }
        }
    }

    private int bands() {
        return look.channels == Channels.TOGETHER ? 1 : waveform.sound().spec().channels();
    }

    private void read(int band, double startFrame, double framesPerColumn) {
        waveform.read(band, startFrame, framesPerColumn, peaks);
        if (look.channels == Channels.TOGETHER) {
            int channels = waveform.sound().spec().channels();
            for (int channel = 1; channel < channels; channel++) {
                waveform.read(channel, startFrame, framesPerColumn, other);
                join(channel);
            }
        }
    }

    /// @param known how many channels `peaks` holds already
    private void join(int known) {
        for (int i = 0; i < peaks.columns(); i++) {
            peaks.min()[i] = Math.min(peaks.min()[i], other.min()[i]);
            peaks.max()[i] = Math.max(peaks.max()[i], other.max()[i]);
            float square = peaks.rms()[i] * peaks.rms()[i] * known + other.rms()[i] * other.rms()[i];
            peaks.rms()[i] = (float) Math.sqrt(square / (known + 1));
        }
    }

    private void paintColumn(Raster raster, int x, int i, Band band) {
        float top = band.y(scaled(peaks.max()[i], look.scale));
        float bottom = band.y(scaled(peaks.min()[i], look.scale));
        float thin = (THINNEST_PX - (bottom - top)) / 2;
        if (thin > 0) {
            raster.span(x, top - thin, bottom + thin, look.argb, 256);
            return;
        }
        raster.span(x, top, bottom, look.argb, look.lightShare);
        float reach = band.reach() * scaled(peaks.rms()[i], look.scale);
        float strongTop = Math.max(top, band.middle() - reach);
        float strongBottom = Math.min(bottom, band.middle() + reach);
        raster.span(x, strongTop, strongBottom, look.argb, 256);
    }

    /// @return −1 to 1 for samples within full scale
    static float scaled(float sample, Scale scale) {
        return switch (scale) {
            case LINEAR -> Math.clamp(sample, -1, 1);
            case DECIBELS -> {
                double db = 20 * Math.log10(Math.max(1e-6, Math.abs(sample)));
                yield Math.signum(sample) * (float) Math.clamp(1 - db / LOWEST_DB, 0, 1);
            }
        };
    }

    /// Where a channel is drawn.
    ///
    /// @param middle of it, from the picture's upper edge
    /// @param reach  of full scale from the middle
    record Band(float middle, float reach) {
        static Band of(int band, int bands, int height) {
            float each = height / (float) bands;
            return new Band(each * (band + 0.5f), Math.max(1, each / 2 - AIR_PX));
        }

        float y(float scaled) {
            return middle - reach * scaled;
        }
    }
}
