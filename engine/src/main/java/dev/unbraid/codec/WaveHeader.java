package dev.unbraid.codec;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;

/// The one number of a WAV, RF64 or Wave64 header that the native library keeps to itself: how many bytes of sound it
/// promises. Without it, a file that was cut off looks whole.
final class WaveHeader {
    private static final long UNKNOWN = 0xFFFF_FFFFL;
    private static final int MOST_CHUNKS = 1000;
    private static final int WAVE64_CHUNK_HEADER = 24;

    private final FileChannel channel;
    private long ds64Bytes = UNKNOWN;

    private WaveHeader(FileChannel channel) {
        this.channel = channel;
    }

    /// @return empty where the writer left the length open; 0 only where the file really holds nothing
    static OptionalLong soundBytes(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            WaveHeader header = new WaveHeader(channel);
            return header.letters(0).equals("riff") ? header.wave64() : header.wave();
        } catch (IOException e) {
            return OptionalLong.empty(); // It ends within its header, which the native library judges.
        }
    }

    private OptionalLong wave() throws IOException {
        long at = 12;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            String name = letters(at);
            long size = bytes(at + 4, 4).getInt(0) & UNKNOWN;
            if (name.equals("ds64")) {
                ds64Bytes = bytes(at + 16, 8).getLong(0);
            } else if (name.equals("data")) {
                return known(size == UNKNOWN ? ds64Bytes : size, at + 8);
            }
            at += 8 + size + (size & 1);
        }
        return OptionalLong.empty();
    }

    /// A writer that could not go back leaves 0 or the highest number. 0 is meant only if nothing but chunks follows.
    private OptionalLong known(long size, long end) throws IOException {
        boolean open = size == UNKNOWN || (size == 0 && !chunksFillTheRest(end));
        return open ? OptionalLong.empty() : OptionalLong.of(size);
    }

    private boolean chunksFillTheRest(long start) throws IOException {
        long at = start;
        while (at + 8 <= channel.size() && letters(at).chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
            long size = bytes(at + 4, 4).getInt(0) & UNKNOWN;
            at += 8 + size + (size & 1);
        }
        return at == channel.size();
    }

    private OptionalLong wave64() throws IOException {
        long at = 40;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            long size = bytes(at + 16, 8).getLong(0);
            if (letters(at).equals("data")) {
                return size > WAVE64_CHUNK_HEADER ? OptionalLong.of(size - WAVE64_CHUNK_HEADER) : OptionalLong.empty();
            }
            at += Math.max(WAVE64_CHUNK_HEADER, Math.ceilDiv(size, 8) * 8);
        }
        return OptionalLong.empty();
    }

    private String letters(long at) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(bytes(at, 4)).toString();
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        byte[] read = new byte[count];
        new DataInputStream(Channels.newInputStream(channel.position(at))).readFully(read);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }
}
