package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_SKIP_SAMPLES;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_new_side_data;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Packets on their way into a file, one behind: the last one has to say how much at the end is padding, and only then
/// is it known to be the last.
final class PacketTail implements AutoCloseable {
    /// Frames to skip, frames to discard, and a reason for each.
    private static final int SIDE_BYTES = 10;
    private static final int DISCARD_AT = 4;

    private final Muxer muxer;
    private final AVPacket held = av_packet_alloc();
    private long packets;

    PacketTail(Muxer muxer) {
        this.muxer = muxer;
    }

    /// How many have come.
    long packets() {
        return packets;
    }

    /// Takes the packet's content.
    void write(AVPacket packet) throws FfmpegException {
        if (packets > 0) {
            muxer.write(held);
        }
        av_packet_move_ref(held, packet);
        packets++;
    }

    /// Writes the last one.
    void finish() throws FfmpegException {
        if (packets > 0) {
            muxer.write(held);
        }
    }

    /// Writes the last one. The encoder's own word counts a packet at most, which the padding may exceed.
    ///
    /// @param padding frames after the sound's end, in all packets together
    void finish(long padding) throws FfmpegException {
        if (packets > 0) {
            try (SizeTPointer size = new SizeTPointer(1)) {
                BytePointer side = av_packet_get_side_data(held, AV_PKT_DATA_SKIP_SAMPLES, size);
                if (side == null) {
                    side = av_packet_new_side_data(held, AV_PKT_DATA_SKIP_SAMPLES, SIDE_BYTES);
                    side.put(new byte[SIDE_BYTES], 0, SIDE_BYTES);
                }
                byte[] little = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) padding).array();
                side.position(DISCARD_AT).put(little, 0, little.length);
            }
        }
        finish();
    }

    @Override
    public void close() {
        av_packet_free(held);
    }
}
