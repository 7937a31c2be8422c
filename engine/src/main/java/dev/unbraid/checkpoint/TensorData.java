package dev.unbraid.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A named tensor as it lies in its file: little-endian, contiguous, row-major. An empty shape is a scalar.
///
/// The bytes may be a mapped file: they cost no heap, and stay readable as long as somebody holds them.
public record TensorData(String name, ElementType type, List<Integer> shape, ByteBuffer bytes) {
    public TensorData {
        shape = List.copyOf(shape);
        bytes = bytes.slice().asReadOnlyBuffer();
        long wanted = elements(shape) * type.bytes();
        if (bytes.remaining() != wanted) {
            throw new IllegalArgumentException(
                    "%s %s%s takes %d bytes, got %d".formatted(name, type, shape, wanted, bytes.remaining()));
        }
    }

    /// @return a view of its own, at position 0, little-endian, read-only
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    public long elements() {
        return elements(shape);
    }

    public TensorData withName(String newName) {
        return new TensorData(newName, type, shape, bytes);
    }

    /// @return the elements as float32, whatever the type
    public float[] toFloats() {
        float[] floats = new float[Math.toIntExact(elements())];
        switch (type) {
            case F32 -> bytes().asFloatBuffer().get(floats);
            case F16 -> convertHalves(floats);
            case F64, BF16, I64, I32, I16, I8, U8, BOOL -> convert(floats);
        }
        return floats;
    }

    /// What models are kept in: some forty million of them, whose conversion the compiler does many at a time.
    private void convertHalves(float[] floats) {
        short[] halves = new short[floats.length];
        bytes().asShortBuffer().get(halves);
        for (int i = 0; i < halves.length; i++) {
            floats[i] = Float.float16ToFloat(halves[i]);
        }
    }

    private void convert(float[] floats) {
        ByteBuffer source = bytes();
        for (int i = 0; i < floats.length; i++) {
            floats[i] = switch (type) {
                case F64 -> (float) source.getDouble();
                case F32 -> source.getFloat();
                case F16 -> Float.float16ToFloat(source.getShort());
                case BF16 -> Float.intBitsToFloat(source.getShort() << 16);
                case I64 -> source.getLong();
                case I32 -> source.getInt();
                case I16 -> source.getShort();
                case I8 -> source.get();
                case U8, BOOL -> source.get() & 0xff;
            };
        }
    }

    private static long elements(List<Integer> shape) {
        long count = shape.contains(0) ? 0 : 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("negative size in " + shape);
            }
            count = Math.multiplyExact(count, (long) size);
        }
        return count;
    }
}
