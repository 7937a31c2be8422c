package dev.unbraid.cache;

import dev.unbraid.separation.SegmentKey;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// The output of a segment as a file: what it is, its samples lane after lane as little-endian float32, and a CRC-32C
/// over all of that, so that a file cut short, never finished on disk or altered is told from a whole one.
///
/// @param file  need not exist
/// @param bytes a direct buffer, shared by the files of one thread
record SegmentFile(Path file, SegmentKey key, ByteBuffer bytes) {
    private static final long MAGIC = 0x31_47_45_53_42_4e_55_00L; // "\0UNBSEG1"
    private static final int HEADER_BYTES = 32;
    private static final int CHECKSUM_BYTES = Long.BYTES;
    private static final int BUFFER_BYTES = 1 << 18;

    static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// How many bytes of disk an output takes.
    static long size(SegmentKey key) {
        return HEADER_BYTES + (long) key.samples() * Float.BYTES + CHECKSUM_BYTES;
    }

    private ByteBuffer header() {
        return bytes.clear()
                .putLong(MAGIC)
                .putLong(key.startFrame())
                .putInt(key.member())
                .putInt(key.lanes())
                .putInt(key.frames())
                .putInt(0)
                .flip();
    }

    /// Writes all of it into an empty file of another name.
    void write(Path part, float[] output) throws IOException {
        if (output.length != key.samples()) {
            throw new IllegalArgumentException("%d samples for %s".formatted(output.length, key));
        }
        CRC32C checksum = new CRC32C();
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            drain(channel, header(), checksum);
            int most = BUFFER_BYTES / Float.BYTES;
            for (int at = 0; at < output.length; at += most) {
                int count = Math.min(most, output.length - at);
                bytes.clear().limit(count * Float.BYTES);
                bytes.asFloatBuffer().put(output, at, count);
                drain(channel, bytes, checksum);
            }
            drain(channel, bytes.clear().putLong(checksum.getValue()).flip(), checksum);
        }
    }

    private static void drain(FileChannel channel, ByteBuffer bytes, CRC32C checksum) throws IOException {
        checksum.update(bytes);
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Whether it is what its name says, whole and as it was written.
    ///
    /// @throws java.nio.file.NoSuchFileException if it is not there
    boolean isIntact() throws IOException {
        if (Files.size(file) != size(key)) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        try (FileChannel channel = FileChannel.open(file)) {
            long left = size(key) - CHECKSUM_BYTES;
            ByteBuffer expected = ByteBuffer.allocate(HEADER_BYTES).put(header()).flip();
            for (long at = 0; at < left; at += BUFFER_BYTES) {
                fill(channel, at, bytes.clear().limit((int) Math.min(BUFFER_BYTES, left - at)));
                if (at == 0 && !bytes.slice(0, HEADER_BYTES).equals(expected)) {
                    return false;
                }
                checksum.update(bytes);
            }
            fill(channel, left, bytes.clear().limit(CHECKSUM_BYTES));
            return bytes.getLong() == checksum.getValue();
        }
    }

    /// Reads a stretch of one lane into `to[0 .. count)`.
    void read(int lane, int offset, float[] to, int count) throws IOException {
        long start = HEADER_BYTES + ((long) lane * key.frames() + offset) * Float.BYTES;
        int most = BUFFER_BYTES / Float.BYTES;
        try (FileChannel channel = FileChannel.open(file)) {
            for (int done = 0; done < count; done += most) {
                int now = Math.min(most, count - done);
                fill(channel, start + (long) done * Float.BYTES, bytes.clear().limit(now * Float.BYTES));
                bytes.asFloatBuffer().get(to, done, now);
            }
        }
    }

    private void fill(FileChannel channel, long position, ByteBuffer room) throws IOException {
        long at = position;
        while (room.hasRemaining()) {
            int read = channel.read(room, at);
            if (read < 0) {
                throw new EOFException("%s was cut short while it was in use; try again.".formatted(file));
            }
            at += read;
        }
        room.flip();
    }
}
