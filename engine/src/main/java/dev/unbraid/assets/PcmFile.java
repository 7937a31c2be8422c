package dev.unbraid.assets;

import dev.unbraid.audio.NoRoomException;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Frames on disk: interleaved float32, little-endian; as long as the disk has room.
///
/// Read and written by position, not mapped, so that hours of sound leave resident memory alone. Threads may share
/// it; their calls take turns.
public final class PcmFile implements Closeable {
    private static final int BLOCK_FRAMES = 1 << 13;

    private final Path file;
    private final int channels;
    private final FileChannel channel;
    private final Place place;
    private final ByteBuffer block;
    /// The same block as numbers, and the numbers themselves: a buffer is slow one by one.
    private final FloatBuffer numbers;
    private final float[] interleaved;
    private long frames;

    /// Where in the file frames lie.
    ///
    /// @param stays when this is closed
    private record Place(long firstByte, boolean stays) {}

    private PcmFile(Path file, int channels, FileChannel channel, Place place) {
        this.file = file;
        this.channels = channels;
        this.channel = channel;
        this.place = place;
        block = ByteBuffer.allocateDirect(BLOCK_FRAMES * channels * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers = block.asFloatBuffer();
        interleaved = new float[BLOCK_FRAMES * channels];
    }

    /// Begins an empty file without a header, which goes when this is closed.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if something has that name
    public static PcmFile create(Path file, int channels) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new PcmFile(file, channels, channel, new Place(0, false));
    }

    /// Begins behind the header of a file that stays when this is closed.
    ///
    /// @param headerBytes all that the file holds so far
    public static PcmFile behind(Path file, long headerBytes, int channels) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new PcmFile(file, channels, channel, new Place(headerBytes, true));
    }

    public int channels() {
        return channels;
    }

    /// One past the last frame ever written.
    public synchronized long frames() {
        return frames;
    }

    /// Reads exactly `count` frames into `planes[channel][offset ..]`.
    ///
    /// @throws EOFException if they are not all there
    public synchronized void read(long startFrame, float[][] planes, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int now = Math.min(BLOCK_FRAMES, count - done);
            block.clear().limit(now * channels * Float.BYTES);
            fill(byteOf(startFrame + done));
            numbers.get(0, interleaved, 0, now * channels);
            for (int lane = 0; lane < channels; lane++) {
                float[] plane = planes[lane];
                for (int i = 0, from = lane; i < now; i++, from += channels) {
                    plane[offset + done + i] = interleaved[from];
                }
            }
            done += now;
        }
    }

    private long byteOf(long frame) {
        return place.firstByte() + frame * channels * Float.BYTES;
    }

    private void fill(long position) throws IOException {
        long at = position;
        while (block.hasRemaining()) {
            int read = channel.read(block, at);
            if (read < 0) {
                throw new EOFException("%s ends before byte %d".formatted(file, at + block.remaining()));
            }
            at += read;
        }
    }

    /// Writes `count` frames from `planes[channel][offset ..]`, at the end, further on (silence lies between) or over
    /// what is there.
    ///
    /// @throws NoRoomException if the disk is full
    public synchronized void write(long startFrame, float[][] planes, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int now = Math.min(BLOCK_FRAMES, count - done);
            for (int lane = 0; lane < channels; lane++) {
                float[] plane = planes[lane];
                for (int i = 0, to = lane; i < now; i++, to += channels) {
                    interleaved[to] = plane[offset + done + i];
                }
            }
            numbers.put(0, interleaved, 0, now * channels);
            block.clear().limit(now * channels * Float.BYTES);
            drain(byteOf(startFrame + done));
            done += now;
        }
        frames = Math.max(frames, startFrame + count);
    }

    private void drain(long position) throws IOException {
        long at = position;
        try {
            while (block.hasRemaining()) {
                at += channel.write(block, at);
            }
        } catch (IOException e) {
            throw FullDisk.named(e, file);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        if (!place.stays()) {
            Files.deleteIfExists(file);
        }
    }
}
