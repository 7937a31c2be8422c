package dev.unbraid.checkpoint;

import dev.unbraid.checkpoint.PickleValue.Int;
import dev.unbraid.checkpoint.PickleValue.Storage;
import dev.unbraid.checkpoint.PickleValue.Tensor;
import dev.unbraid.checkpoint.PickleValue.Tuple;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Torch's tensors: a window on a storage with an offset and strides, of any order and overlap.
final class StridedTensor {
    private static final int MAX_RANK = 8;

    private StridedTensor() {}

    /// @param arguments those of `_rebuild_tensor_v2`: storage, offset, sizes, strides, and flags that do not matter here
    static Tensor rebuild(List<PickleValue> arguments) throws CheckpointException {
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof Storage storage)
                || !(arguments.get(1) instanceof Int offset)
                || !(arguments.get(2) instanceof Tuple sizes)
                || !(arguments.get(3) instanceof Tuple steps)
                || sizes.items().size() != steps.items().size()
                || sizes.items().size() > MAX_RANK) {
            throw new CheckpointException("the checkpoint's pickle describes a tensor wrongly; download the file again");
        }
        List<Integer> shape = new ArrayList<>();
        List<Long> strides = new ArrayList<>();
        for (int axis = 0; axis < sizes.items().size(); axis++) {
            shape.add((int) bounded(sizes.items().get(axis), storage));
            strides.add(bounded(steps.items().get(axis), storage));
        }
        long first = bounded(offset, storage);
        checkInside(storage, first, shape, strides);
        return new Tensor(storage, first, List.copyOf(shape), List.copyOf(strides));
    }

    static long bytes(Tensor tensor) {
        return elements(tensor.shape()) * tensor.storage().type().bytes();
    }

    /// @param storage the storage's bytes
    /// @return a view of them where the tensor is contiguous, else a copy in row-major order
    static TensorData read(String name, Tensor tensor, ByteBuffer storage) {
        int width = tensor.storage().type().bytes();
        int length = Math.toIntExact(bytes(tensor));
        int start = Math.toIntExact(tensor.offset() * width);
        ByteBuffer bytes = length == 0
                ? ByteBuffer.allocate(0)
                : isContiguous(tensor) ? MappedFile.slice(storage, start, length) : gather(tensor, storage, length);
        return new TensorData(name, tensor.storage().type(), tensor.shape(), bytes);
    }

    private static boolean isContiguous(Tensor tensor) {
        long expected = 1;
        for (int axis = tensor.shape().size() - 1; axis >= 0; axis--) {
            int size = tensor.shape().get(axis);
            if (size != 1 && tensor.strides().get(axis) != expected) {
                return false;
            }
            expected *= size;
        }
        return true;
    }

    private static ByteBuffer gather(Tensor tensor, ByteBuffer storage, int length) {
        int width = tensor.storage().type().bytes();
        int rank = tensor.shape().size();
        int[] index = new int[rank];
        ByteBuffer gathered = ByteBuffer.allocate(length);
        long element = tensor.offset();
        while (gathered.hasRemaining()) {
            gathered.put(gathered.position(), storage, Math.toIntExact(element * width), width);
            gathered.position(gathered.position() + width);
            for (int axis = rank - 1; axis >= 0; axis--) {
                element += tensor.strides().get(axis);
                if (++index[axis] < tensor.shape().get(axis)) {
                    break;
                }
                element -= tensor.strides().get(axis) * tensor.shape().get(axis);
                index[axis] = 0;
            }
        }
        return gathered.flip();
    }

    /// Sizes and strides below 2^31 over at most eight axes: no product here overflows before it is refused.
    private static long bounded(PickleValue value, Storage storage) throws CheckpointException {
        if (!(value instanceof Int number) || number.exact() < 0 || number.exact() > Integer.MAX_VALUE) {
            throw new CheckpointException("a tensor in storage %s has an impossible size, stride or offset; refused".formatted(storage.key()));
        }
        return number.exact();
    }

    private static void checkInside(Storage storage, long offset, List<Integer> shape, List<Long> strides) throws CheckpointException {
        long last = offset;
        for (int axis = 0; axis < shape.size(); axis++) {
            last += Math.max(0, shape.get(axis) - 1) * strides.get(axis);
            if (last < 0) {
                break;
            }
        }
        boolean empty = shape.contains(0);
        if (!empty && (last < 0 || last >= storage.elements())) {
            throw new CheckpointException("a tensor of shape %s reaches outside its storage %s of %d elements; refused"
                    .formatted(shape, storage.key(), storage.elements()));
        }
        if (!empty && elements(shape) > Integer.MAX_VALUE / storage.type().bytes()) {
            throw new CheckpointException("a tensor of shape %s in storage %s is larger than any checkpoint needs; refused"
                    .formatted(shape, storage.key()));
        }
    }

    /// @return the number of elements, or `Long.MAX_VALUE` where it does not fit
    private static long elements(List<Integer> shape) {
        long count = shape.contains(0) ? 0 : 1;
        for (int size : shape) {
            if (size != 0 && count > Long.MAX_VALUE / size) {
                return Long.MAX_VALUE;
            }
            count *= size;
        }
        return count;
    }
}
