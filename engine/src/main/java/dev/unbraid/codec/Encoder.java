package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import dev.unbraid.audio.AudioSpec;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;

import java.io.IOException;
import java.nio.file.Path;

/// Packed samples in, a file out.
final class Encoder implements AutoCloseable {
    private static final int FRAMES_WITHOUT_WISH = 8192;

    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final Muxer muxer;
    private final PacketTail tail;
    private int capacity;
    private int filled;
    private long writtenFrames;

    private Encoder(AVCodec codec, Muxer muxer) {
        this.context = avcodec_alloc_context3(codec);
        this.muxer = muxer;
        tail = new PacketTail(muxer);
    }

    static Encoder open(Path file, OutputFormat format, AudioSpec spec, Tags tags) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name(name(format));
        Encoder encoder = new Encoder(codec, new Muxer(format.container()));
        try {
            encoder.start(codec, format, spec);
            encoder.muxer.begin(file, encoder.context, tags);
            return encoder;
        } catch (FfmpegException e) {
            encoder.close();
            throw e;
        }
    }

    private static String name(OutputFormat format) {
        return switch (format.container()) {
            case FLAC -> "flac";
            case MP3 -> "libmp3lame";
            case WAV -> switch (format.sampleFormat()) {
                case PCM_16 -> "pcm_s16le";
                case PCM_24 -> "pcm_s24le";
                case FLOAT_32 -> "pcm_f32le";
            };
        };
    }

    private static int nativeFormat(OutputFormat format) {
        if (format.container() == Container.MP3) {
            return AV_SAMPLE_FMT_FLTP;
        }
        return switch (format.sampleFormat()) {
            case PCM_16 -> AV_SAMPLE_FMT_S16;
            case PCM_24 -> AV_SAMPLE_FMT_S32;
            case FLOAT_32 -> AV_SAMPLE_FMT_FLT;
        };
    }

    private void start(AVCodec codec, OutputFormat format, AudioSpec spec) throws FfmpegException {
        context.sample_rate(spec.sampleRate());
        context.sample_fmt(nativeFormat(format));
        context.bits_per_raw_sample(format.sampleFormat().bits());
        if (format.container() == Container.MP3) {
            context.bit_rate(OutputFormat.MP3_BITS_PER_SECOND);
        }
        av_channel_layout_default(context.ch_layout(), spec.channels());
        try (AVRational tick = av_make_q(1, spec.sampleRate())) {
            context.time_base(tick);
        }
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        Ffmpeg.check(avcodec_open2(context, codec, (PointerPointer<?>) null));
        capacity = context.frame_size() > 0 ? context.frame_size() : FRAMES_WITHOUT_WISH;
        frame.nb_samples(capacity);
        frame.format(context.sample_fmt());
        frame.sample_rate(spec.sampleRate());
        frame.ch_layout(context.ch_layout());
        Ffmpeg.check(av_frame_get_buffer(frame, 0));
    }

    /// @return frames that [#put] takes at once, at least 1
    int room() {
        return capacity - filled;
    }

    void put(byte[] samples, int frames) throws FfmpegException {
        if (filled == 0) {
            frame.nb_samples(capacity);
            Ffmpeg.check(av_frame_make_writable(frame));
        }
        if (context.sample_fmt() == AV_SAMPLE_FMT_FLTP) {
            putPlanar(samples, frames);
        } else {
            long frameBytes = (long) context.ch_layout().nb_channels() * bytesPerSample();
            frame.data(0).position(filled * frameBytes).put(samples, 0, (int) (frames * frameBytes));
        }
        filled += frames;
        if (filled == capacity) {
            encode();
        }
    }

    private void putPlanar(byte[] samples, int frames) {
        int channels = context.ch_layout().nb_channels();
        byte[] plane = new byte[frames * Float.BYTES];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < frames; i++) {
                System.arraycopy(samples, (i * channels + channel) * Float.BYTES, plane, i * Float.BYTES, Float.BYTES);
            }
            frame.data(channel).position((long) filled * Float.BYTES).put(plane, 0, plane.length);
        }
    }

    private int bytesPerSample() {
        return context.sample_fmt() == AV_SAMPLE_FMT_S16 ? Short.BYTES : Integer.BYTES;
    }

    private void encode() throws FfmpegException {
        frame.nb_samples(filled);
        frame.pts(writtenFrames);
        writtenFrames += filled;
        filled = 0;
        Ffmpeg.check(avcodec_send_frame(context, frame));
        drain();
    }

    private void drain() throws FfmpegException {
        while (true) {
            int answer = avcodec_receive_packet(context, packet);
            if (answer == AVERROR_EAGAIN() || answer == AVERROR_EOF) {
                return;
            }
            Ffmpeg.check(answer);
            av_packet_rescale_ts(packet, context.time_base(), muxer.timeBase());
            tail.write(packet);
        }
    }

    /// Writes what is left, and all that makes the file whole.
    void finish() throws FfmpegException {
        if (filled > 0) {
            encode();
        }
        Ffmpeg.check(avcodec_send_frame(context, null));
        drain();
        if (context.sample_fmt() == AV_SAMPLE_FMT_FLTP) {
            tail.finish(tail.packets() * capacity - context.initial_padding() - writtenFrames);
        } else {
            tail.finish();
        }
        muxer.finish();
    }

    @Override
    public void close() throws IOException {
        av_frame_free(frame);
        av_packet_free(packet);
        tail.close();
        avcodec_free_context(context);
        muxer.close();
    }
}
