package dev.unbraid.compute;

import java.util.List;

/// Float32 values on the Java side with their shape, row-major. The array is shared, not copied.
// A segment is 11 MB: copying for a value's equality, which nobody asks for, would cost more than it gives.
@SuppressWarnings("ArrayRecordComponent")
public record Tensor(float[] values, List<Long> shape) {
    public Tensor {
        shape = List.copyOf(shape);
    }
}
