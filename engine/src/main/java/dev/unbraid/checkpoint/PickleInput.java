package dev.unbraid.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The bytes of a pickle; every length is checked before anything is read or allocated.
final class PickleInput {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_LINE = 200;

    private final ByteBuffer bytes;

    PickleInput(ByteBuffer bytes) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int unsignedByte() throws CheckpointException {
        need(1);
        return bytes.get() & 0xff;
    }

    int unsignedShort() throws CheckpointException {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    int int32() throws CheckpointException {
        need(4);
        return bytes.getInt();
    }

    long int64() throws CheckpointException {
        need(8);
        return bytes.getLong();
    }

    /// A pickle's floats are the one big-endian thing in it.
    double bigEndianDouble() throws CheckpointException {
        return Double.longBitsToDouble(Long.reverseBytes(int64()));
    }

    byte[] take(int length) throws CheckpointException {
        if (length < 0 || length > MAX_BYTES) {
            throw new CheckpointException("the checkpoint's pickle claims a string of %d bytes; refused"
                    .formatted(Integer.toUnsignedLong(length)));
        }
        need(length);
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    String text(int length) throws CheckpointException {
        return new String(take(length), StandardCharsets.UTF_8);
    }

    String line() throws CheckpointException {
        StringBuilder line = new StringBuilder();
        for (int c = unsignedByte(); c != '\n'; c = unsignedByte()) {
            if (line.length() == MAX_LINE) {
                throw new CheckpointException("the checkpoint's pickle names something longer than %d letters; refused".formatted(MAX_LINE));
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private void need(int length) throws CheckpointException {
        if (bytes.remaining() < length) {
            throw new CheckpointException("the checkpoint's pickle ends in the middle; the file is truncated, download it again");
        }
    }
}
