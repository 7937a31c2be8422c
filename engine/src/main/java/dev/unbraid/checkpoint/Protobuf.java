package dev.unbraid.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/// Walks the fields of one protobuf message; every length is checked against the message that holds it.
///
/// After [#next()], the field is read by one of the value methods or left alone, which skips it.
final class Protobuf {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int MAX_VARINT_BITS = 64;

    private final ByteBuffer message;
    private int wireType;
    private long number;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    Protobuf(ByteBuffer message) {
        this.message = message.duplicate();
    }

    /// @return the next field's number, or 0 at the end
    int next() throws CheckpointException {
        if (!message.hasRemaining()) {
            return 0;
        }
        long key = varint();
        if (key >>> 3 == 0 || key >>> 3 > 0x1fffffff) {
            throw malformed();
        }
        wireType = (int) (key & 7);
        switch (wireType) {
            case VARINT -> number = varint();
            case FIXED64 -> bytes = take(Long.BYTES);
            case BYTES -> bytes = take(varint());
            case FIXED32 -> bytes = take(Integer.BYTES);
            default -> throw malformed();
        }
        return (int) (key >>> 3);
    }

    long number() throws CheckpointException {
        expect(VARINT);
        return number;
    }

    /// @return a view of the bytes of a nested message, a string or a blob
    ByteBuffer bytes() throws CheckpointException {
        expect(BYTES);
        return bytes;
    }

    String text() throws CheckpointException {
        return StandardCharsets.UTF_8.decode(bytes().duplicate()).toString();
    }

    /// Calls `each` for the field's number, or for every one of a packed field.
    void numbers(LongConsumer each) throws CheckpointException {
        if (wireType == VARINT) {
            each.accept(number);
            return;
        }
        Protobuf packed = new Protobuf(bytes());
        while (packed.message.hasRemaining()) {
            each.accept(packed.varint());
        }
    }

    private long varint() throws CheckpointException {
        long value = 0;
        for (int shift = 0; shift < MAX_VARINT_BITS; shift += 7) {
            if (!message.hasRemaining()) {
                throw malformed();
            }
            byte b = message.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw malformed();
    }

    private ByteBuffer take(long length) throws CheckpointException {
        if (length < 0 || length > message.remaining()) {
            throw malformed();
        }
        ByteBuffer taken = message.slice(message.position(), (int) length);
        message.position(message.position() + (int) length);
        return taken;
    }

    private void expect(int wanted) throws CheckpointException {
        if (wireType != wanted) {
            throw malformed();
        }
    }

    private static CheckpointException malformed() {
        return new CheckpointException("the ONNX file is malformed or truncated; download it again");
    }
}
