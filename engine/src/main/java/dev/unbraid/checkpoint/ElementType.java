package dev.unbraid.checkpoint;

import java.util.Arrays;
import java.util.Optional;

/// Type of a tensor's elements; the names are those of safetensors.
public enum ElementType {
    F64(8, "DoubleStorage"),
    F32(4, "FloatStorage"),
    F16(2, "HalfStorage"),
    BF16(2, "BFloat16Storage"),
    I64(8, "LongStorage"),
    I32(4, "IntStorage"),
    I16(2, "ShortStorage"),
    I8(1, "CharStorage"),
    U8(1, "ByteStorage"),
    BOOL(1, "BoolStorage");

    private final int bytes;
    private final String torchStorage;

    ElementType(int bytes, String torchStorage) {
        this.bytes = bytes;
        this.torchStorage = torchStorage;
    }

    /// @return bytes per element
    public int bytes() {
        return bytes;
    }

    static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    static Optional<ElementType> ofTorchStorage(String name) {
        return Arrays.stream(values()).filter(type -> type.torchStorage.equals(name)).findFirst();
    }
}
