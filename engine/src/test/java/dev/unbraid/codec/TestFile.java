package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.presets.avutil;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a file of any container and codec that the native library has, to read it back.
final class TestFile {
    private record Track(AVCodecContext encoder, AVStream stream, float[][] planes) {}

    private final Path path;
    private final AVFormatContext container = new AVFormatContext(null);
    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    private TestFile(Path path, String muxer) throws IOException {
        Ffmpeg.load();
        this.path = path;
        Ffmpeg.check(avformat_alloc_output_context2(container, null, muxer, path.toString()));
    }

    static TestFile at(Path path, String muxer) throws IOException {
        return new TestFile(path, muxer);
    }

    static Path write(Path path, String muxer, String codec, int rate, float[][] planes) throws IOException {
        return at(path, muxer).audio(codec, rate, planes).write();
    }

    TestFile option(String name, String value) {
        options.put(name, value);
        return this;
    }

    TestFile tag(String name, String value) {
        AVDictionary metadata = new AVDictionary(container.metadata());
        av_dict_set(metadata, name, value, 0);
        container.metadata(metadata);
        return this;
    }

    TestFile audio(String codec, int rate, float[][] planes) throws IOException {
        AVCodec found = avcodec_find_encoder_by_name(codec);
        if (found == null) {
            throw new IOException("no encoder " + codec);
        }
        AVCodecContext encoder = avcodec_alloc_context3(found);
        encoder.sample_rate(rate);
        av_channel_layout_default(encoder.ch_layout(), planes.length);
        encoder.sample_fmt(found.sample_fmts().get(0));
        if (codec.equals("flac") || codec.equals("alac")) {
            encoder.bits_per_raw_sample(16);
        }
        encoder.bit_rate(planes.length * 128_000L);
        encoder.strict_std_compliance(-2);
        encoder.time_base(av_make_q(1, rate));
        return track(found, encoder, planes);
    }

    TestFile lossless24(String codec, int rate, float[][] planes) throws IOException {
        AVCodec found = avcodec_find_encoder_by_name(codec);
        AVCodecContext encoder = avcodec_alloc_context3(found);
        encoder.sample_rate(rate);
        av_channel_layout_default(encoder.ch_layout(), planes.length);
        encoder.sample_fmt(codec.equals("alac") ? AV_SAMPLE_FMT_S32P : AV_SAMPLE_FMT_S32);
        encoder.bits_per_raw_sample(24);
        encoder.time_base(av_make_q(1, rate));
        return track(found, encoder, planes);
    }

    TestFile video() throws IOException {
        AVCodec found = avcodec_find_encoder_by_name("mpeg4");
        AVCodecContext encoder = avcodec_alloc_context3(found);
        encoder.width(64);
        encoder.height(48);
        encoder.pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base(av_make_q(1, 25));
        return track(found, encoder, new float[0][0]);
    }

    TestFile disposition(int disposition) {
        tracks.getLast().stream().disposition(disposition);
        return this;
    }

    private TestFile track(AVCodec codec, AVCodecContext encoder, float[][] planes) throws IOException {
        if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        Ffmpeg.check(avcodec_open2(encoder, codec, (PointerPointer<?>) null));
        AVStream stream = avformat_new_stream(container, codec);
        Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), encoder));
        stream.time_base(encoder.time_base());
        tracks.add(new Track(encoder, stream, planes));
        return this;
    }

    Path write() throws IOException {
        AVIOContext output = new AVIOContext(null);
        Ffmpeg.check(avio_open(output, Ffmpeg.url(path), AVIO_FLAG_WRITE));
        container.pb(output);
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
        Ffmpeg.check(avformat_write_header(container, dictionary));
        for (Track track : tracks) {
            if (track.planes.length == 0) {
                encodeVideo(track);
            } else {
                encodeAudio(track);
            }
            Ffmpeg.check(avcodec_send_frame(track.encoder, null));
            drain(track);
        }
        Ffmpeg.check(av_write_trailer(container));
        avio_close(output);
        container.pb(null);
        tracks.forEach(track -> avcodec_free_context(track.encoder));
        avformat_free_context(container);
        return path;
    }

    private void encodeVideo(Track track) throws IOException {
        for (int i = 0; i < 25; i++) {
            AVFrame frame = av_frame_alloc();
            frame.width(64);
            frame.height(48);
            frame.format(AV_PIX_FMT_YUV420P);
            Ffmpeg.check(av_frame_get_buffer(frame, 0));
            frame.pts(i);
            Ffmpeg.check(avcodec_send_frame(track.encoder, frame));
            av_frame_free(frame);
            drain(track);
        }
    }

    private void encodeAudio(Track track) throws IOException {
        AVCodecContext encoder = track.encoder;
        AVChannelLayout layout = encoder.ch_layout();
        SwrContext converter = new SwrContext(null);
        Ffmpeg.check(swr_alloc_set_opts2(converter, layout, encoder.sample_fmt(), encoder.sample_rate(),
                layout, AV_SAMPLE_FMT_FLTP, encoder.sample_rate(), 0, null));
        Ffmpeg.check(swr_init(converter));
        int size = encoder.frame_size() > 0 ? encoder.frame_size() : 1024;
        FloatPointer[] input = new FloatPointer[track.planes.length];
        int frames = track.planes[0].length;
        for (int at = 0; at < frames; at += size) {
            int count = Math.min(size, frames - at);
            for (int channel = 0; channel < input.length; channel++) {
                input[channel] = new FloatPointer(count).put(track.planes[channel], at, count);
            }
            AVFrame frame = av_frame_alloc();
            frame.nb_samples(count);
            frame.format(encoder.sample_fmt());
            frame.ch_layout(layout);
            frame.sample_rate(encoder.sample_rate());
            Ffmpeg.check(av_frame_get_buffer(frame, 0));
            Ffmpeg.check(swr_convert(converter, frame.extended_data(), count, new PointerPointer<>(input), count));
            frame.pts(at);
            Ffmpeg.check(avcodec_send_frame(encoder, frame));
            av_frame_free(frame);
            drain(track);
        }
        swr_free(converter);
    }

    private void drain(Track track) throws IOException {
        AVPacket packet = av_packet_alloc();
        int answer;
        while ((answer = avcodec_receive_packet(track.encoder, packet)) >= 0) {
            packet.stream_index(track.stream.index());
            av_packet_rescale_ts(packet, track.encoder.time_base(), track.stream.time_base());
            Ffmpeg.check(av_interleaved_write_frame(container, packet));
        }
        if (answer != AVERROR_EOF && answer != avutil.AVERROR_EAGAIN()) {
            Ffmpeg.check(answer);
        }
        av_packet_free(packet);
    }
}
