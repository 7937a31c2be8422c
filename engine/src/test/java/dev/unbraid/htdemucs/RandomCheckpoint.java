package dev.unbraid.htdemucs;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.ElementType;
import dev.unbraid.checkpoint.TensorData;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A checkpoint of seeded random weights: any specification, no download.
public final class RandomCheckpoint {
    private RandomCheckpoint() {}

    /// @param json constructor arguments
    public static Checkpoint of(String json) throws CheckpointException {
        JsonObject arguments = JsonParser.parseString(json).getAsJsonObject();
        TreeMap<String, TensorData> tensors = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(7);
        HtDemucsWeights.shapes(HtDemucsSpecReader.read(arguments))
                .forEach((name, shape) -> tensors.put(name, tensor(name, shape, random)));
        return new Checkpoint("HTDemucs", arguments, tensors);
    }

    static TensorData tensor(String name, List<Integer> shape, SplittableRandom random) {
        int count = shape.stream().reduce(1, Math::multiplyExact);
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        double scale = 1 / Math.sqrt(Math.max(1, (double) count / shape.getFirst()));
        while (bytes.hasRemaining()) {
            bytes.putFloat((float) (scale * (2 * random.nextDouble() - 1)));
        }
        return new TensorData(name, ElementType.F32, shape, bytes.flip());
    }
}
