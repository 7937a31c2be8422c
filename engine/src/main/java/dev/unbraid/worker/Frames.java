package dev.unbraid.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/// Messages on a pipe: a magic number with the version, the length, the bytes.
final class Frames {
    /// "UBW", and in the last byte the version.
    private static final int MAGIC = 0x55425701;
    private static final int MOST_BYTES = 1 << 20;

    private Frames() {}

    static void write(DataOutputStream out, byte[] message) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(message.length);
        out.write(message);
        out.flush();
    }

    /// @return empty where the pipe ends between two messages
    /// @throws GarbageException if this is no message of this version
    static Optional<byte[]> read(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        try {
            int magic = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            if (magic != MAGIC) {
                throw new GarbageException("%08x where a message should begin".formatted(magic));
            }
            int length = in.readInt();
            if (length < 0 || length > MOST_BYTES) {
                throw new GarbageException("a message of %d bytes".formatted(length));
            }
            byte[] message = new byte[length];
            in.readFully(message);
            return Optional.of(message);
        } catch (EOFException e) {
            throw new GarbageException("half a message", e);
        }
    }
}
