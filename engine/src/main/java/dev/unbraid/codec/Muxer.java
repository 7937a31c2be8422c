package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// A container being written, with one stream in it.
final class Muxer implements AutoCloseable {
    private final Container format;
    private final AVFormatContext container = avformat_alloc_context();
    private final AVStream stream;
    private Optional<AVIOContext> output = Optional.empty();
    private Optional<Path> unfinished = Optional.empty();

    Muxer(Container format) {
        this.format = format;
        container.oformat(av_guess_format(format.extension(), null, null));
        // Else the library's version stands in the file, and another version writes another file.
        container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        this.stream = avformat_new_stream(container, null);
    }

    void begin(Path target, AVCodecContext encoder, Tags tags) throws FfmpegException {
        Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), encoder));
        stream.time_base(encoder.time_base());
        container.metadata(Metadata.of(tags));
        AVIOContext opened = new AVIOContext(null);
        try (BytePointer url = Ffmpeg.url(target)) {
            Ffmpeg.check(avio_open(opened, url, AVIO_FLAG_WRITE));
        }
        output = Optional.of(opened);
        unfinished = Optional.of(target);
        container.pb(opened);
        AVDictionary options = new AVDictionary(null);
        switch (format) {
            case WAV -> av_dict_set(options, "rf64", "auto", 0);
            // The older one: Windows shows no other.
            case MP3 -> av_dict_set(options, "id3v2_version", "3", 0);
            case FLAC -> {}
        }
        try {
            Ffmpeg.check(avformat_write_header(container, options));
        } finally {
            av_dict_free(options);
        }
    }

    AVRational timeBase() {
        return stream.time_base();
    }

    void write(AVPacket packet) throws FfmpegException {
        packet.stream_index(stream.index());
        Ffmpeg.check(av_interleaved_write_frame(container, packet));
    }

    /// Completes the header and closes the file: either may be the first to find that the disk is full.
    void finish() throws FfmpegException {
        Ffmpeg.check(av_write_trailer(container));
        Ffmpeg.check(closeOutput());
        unfinished = Optional.empty();
    }

    private int closeOutput() {
        int answer = output.map(it -> avio_close(it)).orElse(0);
        output = Optional.empty();
        container.pb(null);
        return answer;
    }

    /// Deletes the file, unless it was finished: half of one looks whole to a player.
    @Override
    public void close() throws IOException {
        closeOutput();
        avformat_free_context(container);
        // A device file, /dev/full say, is not ours to delete.
        if (unfinished.isPresent() && Files.isRegularFile(unfinished.get(), LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(unfinished.get());
        }
    }
}
