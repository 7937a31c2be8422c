package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Samples of any kind to floats, full scale ±1. Whole numbers of up to 24 bits stay exact.
final class FrameConverter {
    private long notNumbers;

    /// Samples so far that were not numbers or infinite, and became 0: one of them would make a whole separation NaN.
    long notNumbers() {
        return notNumbers;
    }

    void convert(AVFrame frame, PlanarBlock block) {
        int channels = frame.ch_layout().nb_channels();
        int frames = frame.nb_samples();
        float[][] planes = block.resize(channels, frames);
        if (av_sample_fmt_is_planar(frame.format()) == 1) {
            for (int channel = 0; channel < channels; channel++) {
                ByteBuffer samples = view(frame, channel, frames);
                fill(planes[channel], frames, reader(frame.format(), samples), 0, 1);
            }
        } else {
            ByteBuffer samples = view(frame, 0, frames * channels);
            for (int channel = 0; channel < channels; channel++) {
                fill(planes[channel], frames, reader(frame.format(), samples), channel, channels);
            }
        }
    }

    private static ByteBuffer view(AVFrame frame, int plane, int samples) {
        long bytes = (long) samples * av_get_bytes_per_sample(frame.format());
        return frame.extended_data(plane).capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private interface SampleReader {
        float at(int index);
    }

    private static SampleReader reader(int format, ByteBuffer samples) {
        int packed = av_get_packed_sample_fmt(format);
        if (packed == AV_SAMPLE_FMT_U8) {
            return i -> ((samples.get(i) & 0xff) - 128) / 128f;
        } else if (packed == AV_SAMPLE_FMT_S16) {
            return i -> samples.getShort(2 * i) / 32768f;
        } else if (packed == AV_SAMPLE_FMT_S32) {
            return i -> samples.getInt(4 * i) * 0x1p-31f;
        } else if (packed == AV_SAMPLE_FMT_S64) {
            return i -> samples.getLong(8 * i) * 0x1p-63f;
        } else if (packed == AV_SAMPLE_FMT_FLT) {
            return i -> samples.getFloat(4 * i);
        } else if (packed == AV_SAMPLE_FMT_DBL) {
            return i -> (float) samples.getDouble(8 * i);
        }
        throw new IllegalArgumentException("sample format " + format);
    }

    private void fill(float[] plane, int frames, SampleReader reader, int first, int step) {
        for (int i = 0; i < frames; i++) {
            float sample = reader.at(first + i * step);
            if (!Float.isFinite(sample)) {
                notNumbers++;
                sample = 0;
            }
            plane[i] = sample;
        }
    }
}
