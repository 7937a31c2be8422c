package dev.unbraid.checkpoint;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/// What a pickle may hold here. Plain values only: nothing in it can run.
///
/// A list or dict may contain itself, so no code may print, hash or compare a value as a whole.
sealed interface PickleValue {
    record None() implements PickleValue {}

    record Bool(boolean value) implements PickleValue {}

    record Int(BigInteger value) implements PickleValue {
        long exact() throws CheckpointException {
            if (value.bitLength() > 63) {
                throw new CheckpointException("a number in the checkpoint's pickle is out of range; the file is damaged");
            }
            return value.longValue();
        }
    }

    record Real(double value) implements PickleValue {}

    record Text(String value) implements PickleValue {}

    record Tuple(List<PickleValue> items) implements PickleValue {}

    record Sequence(List<PickleValue> items) implements PickleValue {}

    record Dict(Map<String, PickleValue> entries) implements PickleValue {}

    /// A name from the allow-list; `call` says what applying it means.
    record Global(String module, String name) implements PickleValue {
        String dotted() {
            return module + "." + name;
        }
    }

    /// @param text numerator and denominator, like `39/5`
    record Fraction(String text) implements PickleValue {}

    record Storage(ElementType type, String key, long elements) implements PickleValue {}

    /// Offset and strides in elements, checked to lie inside the storage.
    record Tensor(Storage storage, long offset, List<Integer> shape, List<Long> strides) implements PickleValue {}

    /// A value that is read past and never used, such as a numpy scalar among the training arguments.
    record Ignored() implements PickleValue {}

    /// @return what it is, for messages
    default String kind() {
        return getClass().getSimpleName();
    }
}
