package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import dev.unbraid.audio.AudioSpec;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

import java.util.Optional;

/// The packets of one stream, decoded. What cannot be decoded becomes silence of the same length, so that what follows
/// stays in its place.
final class Decoder implements AutoCloseable {
    private static final int SILENCE_FRAMES = 4096;
    /// The longest gap that a damaged file's time stamps are believed.
    private static final int LONGEST_GAP_SECONDS = 60;

    private final Demuxer demuxer;
    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final FrameConverter converter = new FrameConverter();
    private Optional<AudioSpec> spec = Optional.empty();
    private boolean frameWaits;
    private long brokenPackets;
    private boolean resuming;
    private long silenceDue;
    private long position;
    private boolean formatChanged;

    private Decoder(Demuxer demuxer) {
        this.demuxer = demuxer;
        this.context = avcodec_alloc_context3(null);
    }

    /// @param demuxer closed with the decoder, and also when there is none to be had
    static Decoder open(Demuxer demuxer) throws FfmpegException {
        Decoder decoder = new Decoder(demuxer);
        try {
            decoder.openCodec();
            return decoder;
        } catch (FfmpegException e) {
            decoder.close();
            throw e;
        }
    }

    private void openCodec() throws FfmpegException {
        var parameters = demuxer.stream().codecpar();
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw new FfmpegException(AVERROR_DECODER_NOT_FOUND);
        }
        Ffmpeg.check(avcodec_parameters_to_context(context, parameters));
        context.pkt_timebase(demuxer.stream().time_base());
        if (parameters.codec_id() == AV_CODEC_ID_FLAC) {
            // Else a flipped bit is decoded to full-scale noise. MP3 files with wrong sums, by contrast, sound right.
            context.err_recognition(AV_EF_CRCCHECK | AV_EF_EXPLODE);
        }
        Ffmpeg.check(avcodec_open2(context, codec, (PointerPointer<?>) null));
    }

    Demuxer demuxer() {
        return demuxer;
    }

    /// @return the format of what has been decoded; empty before the first block
    Optional<AudioSpec> spec() {
        return spec;
    }

    long brokenPackets() {
        return brokenPackets;
    }

    /// Whether it ended because rate or channels changed midway.
    boolean formatChanged() {
        return formatChanged;
    }

    long notNumbers() {
        return converter.notNumbers();
    }

    /// Decodes the next run of frames.
    ///
    /// @return false at the end, `block` then being as it was
    boolean next(PlanarBlock block) throws FfmpegException {
        if (!frameWaits && !receive()) {
            return false;
        }
        AudioSpec found = new AudioSpec(frame.sample_rate(), frame.ch_layout().nb_channels());
        if (!found.equals(spec.orElse(found))) {
            formatChanged = true;
            return false;
        }
        spec = Optional.of(found);
        if (resuming) {
            resuming = false;
            silenceDue = gap(found.sampleRate());
        }
        if (silenceDue > 0) {
            int length = (int) Math.min(silenceDue, SILENCE_FRAMES);
            block.silence(found.channels(), length);
            silenceDue -= length;
        } else {
            converter.convert(frame, block);
            frameWaits = false;
        }
        position += block.frames();
        return true;
    }

    /// What is missing before the first frame after a damage.
    private long gap(int sampleRate) {
        long frames = frame.pts() == AV_NOPTS_VALUE ? 0 : demuxer.positionOf(frame.pts(), sampleRate) - position;
        return Math.clamp(frames, 0, (long) LONGEST_GAP_SECONDS * sampleRate);
    }

    private boolean receive() throws FfmpegException {
        while (true) {
            int answer = avcodec_receive_frame(context, frame);
            if (answer == AVERROR_EOF) {
                return false;
            } else if (answer == AVERROR_EAGAIN()) {
                feed();
            } else if (answer < 0) {
                skipBroken();
            } else if (frame.nb_samples() > 0) {
                frameWaits = true;
                return true;
            }
        }
    }

    private void feed() throws FfmpegException {
        boolean more = demuxer.read(packet);
        int answer = avcodec_send_packet(context, more ? packet : null);
        av_packet_unref(packet);
        if (answer < 0 && answer != AVERROR_EOF) {
            skipBroken();
        }
    }

    private void skipBroken() {
        brokenPackets++;
        resuming = true;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
        demuxer.close();
    }
}
