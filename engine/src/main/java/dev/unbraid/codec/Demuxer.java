package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AVPROBE_SCORE_RETRY;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_ROUND_NEAR_INF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q_rnd;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// An open container and the one stream of it that is heard.
final class Demuxer implements AutoCloseable {
    /// No playlists and no scripts: those make the library open other files, or the network, on a stranger's word.
    private static final String CONTAINERS = "wav,w64,aiff,caf,au,flac,ape,wv,tta,mp3,aac,ac3,eac3,ogg,mov,mp4,m4a,asf,"
            + "matroska,webm,avi,mpegts,mpeg,flv";

    /// Broken stretches in a row after which the rest is given up.
    private static final int PATIENCE = 100;

    private final AVFormatContext container;
    private final AVStream stream;

    private Demuxer(AVFormatContext container, AVStream stream) {
        this.container = container;
        this.stream = stream;
    }

    /// @return empty when the file has no sound
    static Optional<Demuxer> open(Path file) throws FfmpegException {
        AVFormatContext container = openContainer(file);
        try {
            Ffmpeg.check(avformat_find_stream_info(container, (PointerPointer<?>) null));
            Optional<AVStream> heard = heard(container);
            if (heard.isEmpty()) {
                avformat_close_input(container);
            }
            return heard.map(stream -> new Demuxer(container, stream));
        } catch (FfmpegException e) {
            avformat_close_input(container);
            throw e;
        }
    }

    private static AVFormatContext openContainer(Path file) throws FfmpegException {
        AVFormatContext container = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        try (BytePointer url = Ffmpeg.url(file)) {
            av_dict_set(options, "protocol_whitelist", "file", 0);
            av_dict_set(options, "format_whitelist", CONTAINERS, 0);
            // The library frees the container itself when it fails.
            Ffmpeg.check(avformat_open_input(container, url, (AVInputFormat) null, options));
            return container;
        } finally {
            av_dict_free(options);
        }
    }

    /// The library's own choice goes by bit rate, which in a stem file may well be the drums.
    private static Optional<AVStream> heard(AVFormatContext container) {
        var sounds = IntStream.range(0, container.nb_streams())
                .mapToObj(container::streams)
                .filter(it -> it.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO)
                .toList();
        var chosen = sounds.stream()
                .filter(it -> (it.disposition() & AV_DISPOSITION_DEFAULT) != 0)
                .findFirst()
                .or(() -> sounds.stream().findFirst());
        chosen.ifPresent(it -> IntStream.range(0, container.nb_streams())
                .filter(index -> index != it.index())
                .forEach(index -> container.streams(index).discard(avcodec.AVDISCARD_ALL)));
        return chosen;
    }

    /// Whether the content itself told the container, and not its name's ending.
    boolean isRecognised() {
        return container.probe_score() > AVPROBE_SCORE_RETRY;
    }

    /// @return the library's names for the container, separated by commas
    String containerNames() {
        return container.iformat().name().getString();
    }

    AVFormatContext container() {
        return container;
    }

    AVStream stream() {
        return stream;
    }

    /// @return the length that the file claims for its sound, in frames; empty if it claims none
    OptionalLong promisedFrames(int sampleRate) {
        if (stream.duration() == AV_NOPTS_VALUE
                || stream.duration() <= 0
                || container.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE) {
            return OptionalLong.empty();
        }
        long frames = toFrames(stream.duration(), sampleRate);
        // Ogg counts what Opus needs to warm up.
        boolean warmUp = containerNames().equals("ogg") && stream.codecpar().codec_id() == AV_CODEC_ID_OPUS;
        return OptionalLong.of(warmUp ? frames - stream.codecpar().initial_padding() : frames);
    }

    /// @param ticks time in the stream's own unit
    long toFrames(long ticks, int sampleRate) {
        return av_rescale_q_rnd(ticks, stream.time_base(), av_make_q(1, sampleRate), AV_ROUND_NEAR_INF);
    }

    /// @param ticks time in the stream's own unit, from which its first sample's is subtracted
    long positionOf(long ticks, int sampleRate) {
        return toFrames(ticks - Math.max(0, stream.start_time()), sampleRate);
    }

    /// Reads the stream's next packet, which the caller owns.
    ///
    /// @return false at the end
    boolean read(AVPacket packet) throws FfmpegException {
        int broken = 0;
        while (true) {
            int answer = av_read_frame(container, packet);
            if (answer >= 0) {
                if (packet.stream_index() == stream.index()) {
                    return true;
                }
                avcodec.av_packet_unref(packet);
            } else if (answer == AVERROR_EOF || (answer == AVERROR_INVALIDDATA && ++broken > PATIENCE)) {
                return false;
            } else if (answer != AVERROR_INVALIDDATA) {
                throw new FfmpegException(answer);
            }
        }
    }

    @Override
    public void close() {
        avformat_close_input(container);
    }
}
