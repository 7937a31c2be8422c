package dev.unbraid.htdemucs;

import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.ElementType;
import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.checkpoint.TensorData;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The published htdemucs with seeded random weights: as much work as the real ones, and free of their licence.
public final class SeededCheckpoint {
    private static final int SEED = 7;
    /// As large as weights are that keep the scale of what they are multiplied with, at a few hundred channels.
    private static final double SCALE = 0.05;

    private SeededCheckpoint() {}

    public static Checkpoint published(ModelCatalog catalog) throws CheckpointException {
        return of(catalog.onnxArguments());
    }

    /// @param arguments of the constructor
    static Checkpoint of(JsonObject arguments) throws CheckpointException {
        Map<String, List<Integer>> shapes = HtDemucsWeights.shapes(HtDemucsSpecReader.read(arguments));
        // Every tensor begins with the same numbers: 11 MB of heap instead of 170.
        ByteBuffer numbers = numbers(shapes.values().stream().mapToInt(SeededCheckpoint::count).max().orElse(0));
        TreeMap<String, TensorData> tensors = new TreeMap<>();
        shapes.forEach((name, shape) -> tensors.put(
                name, new TensorData(name, ElementType.F32, shape, numbers.slice(0, Float.BYTES * count(shape)))));
        return new Checkpoint("HTDemucs", arguments, tensors);
    }

    private static ByteBuffer numbers(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        ByteBuffer numbers = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        while (numbers.hasRemaining()) {
            numbers.putFloat((float) (SCALE * (2 * random.nextDouble() - 1)));
        }
        return numbers.flip();
    }

    private static int count(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
