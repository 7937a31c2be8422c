package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class OnnxCheckpointTest {
    @TempDir
    Path folder;

    @Test
    void namedTensorsStayAndAnonymousOnesFindTheirPlaceByTheirNode() throws Exception {
        Path file = write(graph(
                tensor("encoder.0.conv.bias", new float[] {1, 2}, 2),
                tensor("onnx::A", new float[] {1, 2, 3, 4, 5, 6}, 2, 3), node("/crosstransformer/layers.0/linear1/MatMul", "x", "onnx::A"),
                tensor("onnx::B", new float[] {1, 2}, 2, 1), node("/encoder.1/dconv/layers.0/layers.0.4/Mul", "y", "onnx::B"),
                tensor("onnx::C", new float[] {3, 4}, 2, 1), node("/encoder.1/dconv/layers.0/layers.0.4/Add", "y", "onnx::C"),
                tensor("onnx::D", new float[] {5, 6}, 2, 1), node("/encoder.1/dconv/layers.1/layers.1.6/Mul", "onnx::D", "y"),
                tensor("onnx::E", new float[] {7}, 1, 1), node("/crosstransformer/layers.0/norm_out/Add", "y", "onnx::E"),
                tensor("onnx::K", new float[] {3, 4, 5, 6}, 1, 4), node("/crosstransformer/layers.1/cross_attn/MatMul_1", "y", "onnx::K"),
                tensor("onnx::Q", new float[] {1, 2}, 1, 2), node("/crosstransformer/layers.1/cross_attn/MatMul", "y", "onnx::Q"),
                tensor("onnx::q", new float[] {1}, 1), node("/crosstransformer/layers.1/cross_attn/Add", "onnx::q", "y"),
                tensor("onnx::k", new float[] {2, 3}, 2), node("/crosstransformer/layers.1/cross_attn/Add_1", "onnx::k", "y"),
                tensor("onnx::F", new float[] {10, 20, 30, 40, 50, 60}, 1, 2, 3, 1), node("/Expand", "onnx::F")));

        Checkpoint checkpoint = CheckpointReader.read(file);

        assertThat(checkpoint.tensors()).containsOnlyKeys(
                "encoder.0.conv.bias", "crosstransformer.layers.0.linear1.weight", "encoder.1.dconv.layers.0.4.weight",
                "encoder.1.dconv.layers.0.4.bias", "encoder.1.dconv.layers.1.6.scale", "crosstransformer.layers.0.norm_out.bias",
                "crosstransformer.layers.1.cross_attn.in_proj_weight", "crosstransformer.layers.1.cross_attn.in_proj_bias",
                "freq_emb.embedding.weight");
        assertTensor(checkpoint, "crosstransformer.layers.0.linear1.weight", "[3, 2]", 1, 4, 2, 5, 3, 6);
        assertTensor(checkpoint, "encoder.1.dconv.layers.0.4.bias", "[2]", 3, 4);
        assertTensor(checkpoint, "encoder.1.dconv.layers.1.6.scale", "[2]", 5, 6);
        assertTensor(checkpoint, "crosstransformer.layers.1.cross_attn.in_proj_weight", "[6, 1]", 1, 2, 3, 4, 5, 6);
        assertTensor(checkpoint, "crosstransformer.layers.1.cross_attn.in_proj_bias", "[3]", 1, 2, 3);
        assertTensor(checkpoint, "freq_emb.embedding.weight", "[3, 2]", 1, 4, 2, 5, 3, 6);
        assertThat(checkpoint.arguments().get("bottom_channels").getAsInt()).isEqualTo(512);
    }

    @Test
    void anotherNetworksOnnxFileIsRefusedByName() throws Exception {
        assertRefused(graph(tensor("features.0.weight", new float[] {1}, 1), node("/features/Conv", "x", "features.0.weight")),
                "features.0.weight, taken by /features/Conv");
    }

    @Test
    void valuesThatWereNeverFloat16AreRefused() throws Exception {
        assertRefused(graph(tensor("encoder.0.conv.bias", new float[] {0.1f}, 1)), "encoder.0.conv.bias holds 0.1");
    }

    @Test
    void lyingLengthsAndShapesAreRefused() throws Exception {
        assertRefused(graph(tensor("encoder.0.conv.bias", new float[] {1, 2}, 3)), "encoder.0.conv.bias");
        assertRefused(graph(tensor("encoder.0.conv.bias", new float[] {1}, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)),
                "encoder.0.conv.bias");
        assertRefused(graph(tensor("encoder.0.conv.bias", new float[] {1}, 1), tensor("encoder.0.conv.bias", new float[] {1}, 1)), "twice");
        assertRefused(graph(tensor("onnx::A", new float[] {1}, 1), node("/crosstransformer/layers.0/linear1/MatMul", "onnx::A")), "shape [1]");
        assertRefused(graph(
                tensor("onnx::A", new float[] {1}, 1), node("/crosstransformer/layers.1/cross_attn/Add", "onnx::A"),
                tensor("onnx::B", new float[] {1}, 1), node("/crosstransformer/layers.1/cross_attn/Add", "onnx::B")), "occurs twice");
        assertRefused(new byte[0], "no tensors");
        assertRefused(new byte[] {0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f}, "malformed");
        assertRefused(new byte[] {0x3a, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}, "malformed");
        assertRefused(new byte[] {0x3b}, "malformed");
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(write(graph(tensor("encoder.0.conv.bias", new float[] {1, 2}, 2))));
        for (int length = 0; length < bytes.length; length++) {
            Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> CheckpointReader.read(cut)).as("cut at %d", length).isInstanceOf(CheckpointException.class);
        }
    }

    private void assertRefused(byte[] graph, String reason) throws Exception {
        Path file = write(graph);
        assertThatThrownBy(() -> CheckpointReader.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(reason);
    }

    private static void assertTensor(Checkpoint checkpoint, String name, String shape, float... values) {
        TensorData tensor = checkpoint.tensors().get(name);
        assertThat(tensor.type()).isEqualTo(ElementType.F16);
        assertThat(tensor.shape()).as(name).hasToString(shape);
        assertThat(tensor.toFloats()).as(name).containsExactly(values);
    }

    private Path write(byte[] graph) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x08, 8});
        out.writeBytes(field(2, "pytorch".getBytes(StandardCharsets.US_ASCII)));
        out.writeBytes(graph);
        return Files.write(folder.resolve("m.onnx"), out.toByteArray());
    }

    private static byte[] graph(byte[]... parts) {
        return field(7, join(parts));
    }

    private static byte[] node(String name, String... inputs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String input : inputs) {
            out.writeBytes(field(1, input.getBytes(StandardCharsets.UTF_8)));
        }
        out.writeBytes(field(3, name.getBytes(StandardCharsets.UTF_8)));
        return field(1, out.toByteArray());
    }

    private static byte[] tensor(String name, float[] values, int... shape) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int size : shape) {
            out.write(0x08);
            varint(out, size);
        }
        out.writeBytes(new byte[] {0x10, 1});
        out.writeBytes(field(8, name.getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(field(9, TorchFiles.floats(values)));
        return field(5, out.toByteArray());
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        for (long rest = value; ; rest >>>= 7) {
            if (rest < 0x80) {
                out.write((int) rest);
                return;
            }
            out.write((int) (rest & 0x7f | 0x80));
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
