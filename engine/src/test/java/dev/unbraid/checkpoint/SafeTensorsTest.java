package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class SafeTensorsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Path file = folder.resolve("a.safetensors");
        List<TensorData> tensors = List.of(
                new TensorData("b", ElementType.F16, List.of(3), ByteBuffer.wrap(TorchFiles.halves(1, 2, 3))),
                new TensorData("a", ElementType.F32, List.of(1, 2), ByteBuffer.wrap(TorchFiles.floats(4, 5))),
                new TensorData("none", ElementType.F32, List.of(0, 7), ByteBuffer.allocate(0)),
                new TensorData("scalar", ElementType.U8, List.of(), ByteBuffer.wrap(new byte[] {(byte) 200})));

        SafeTensors.write(file, tensors, Map.of("key", "an umlaut: ä"));
        SafeTensors read = SafeTensors.open(file);

        assertThat(read.metadata()).containsExactly(Map.entry("key", "an umlaut: ä"));
        assertThat(read.tensors().values()).containsExactlyInAnyOrderElementsOf(tensors);
        assertThat(read.tensors().get("scalar").toFloats()).containsExactly(200);
        long header = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        assertThat(header % 8).isZero();
    }

    @Test
    void anExistingFileIsNotOverwritten() throws Exception {
        Path file = Files.createFile(folder.resolve("a.safetensors"));
        assertThatThrownBy(() -> SafeTensors.write(file, List.of(), Map.of())).isInstanceOf(IOException.class);
    }

    @Test
    void ourOwnFilesCarryArchitectureAndArguments() throws Exception {
        Path file = write("""
                {"__metadata__": {"architecture": "HTDemucs", "arguments": "{\\"channels\\": 4}"},
                 "w": {"dtype": "F16", "shape": [2], "data_offsets": [0, 4]}}""", 4);
        Checkpoint checkpoint = CheckpointReader.read(file);
        assertThat(checkpoint.architecture()).isEqualTo("HTDemucs");
        assertThat(checkpoint.arguments()).isEqualTo(JsonParser.parseString("{\"channels\": 4}"));
        assertThat(checkpoint.tensors()).containsOnlyKeys("w");
    }

    @Test
    void goldenFilesCarryWeightsBetweenOtherTensors() throws Exception {
        Path file = write("""
                {"__metadata__": {"spec": "{\\"segment\\": \\"1/2\\"}"},
                 "weight:encoder.0.conv.bias": {"dtype": "F16", "shape": [2], "data_offsets": [0, 4]},
                 "input": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}""", 8);
        Checkpoint checkpoint = CheckpointReader.read(file);
        assertThat(checkpoint.tensors()).containsOnlyKeys("encoder.0.conv.bias");
        assertThat(checkpoint.tensors().get("encoder.0.conv.bias").name()).isEqualTo("encoder.0.conv.bias");
        assertThat(checkpoint.arguments().get("segment").getAsString()).isEqualTo("1/2");
        assertThat(SafeTensors.open(file).tensors()).containsOnlyKeys("input", "weight:encoder.0.conv.bias");
    }

    @Test
    void aPlainFileSaysWhichMetadataIsMissing() throws Exception {
        Path file = write("{\"w\": {\"dtype\": \"F16\", \"shape\": [2], \"data_offsets\": [0, 4]}}", 4);
        assertThatThrownBy(() -> CheckpointReader.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll(file.toString(), "__metadata__", "`architecture`", "`arguments`");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            an overlap            | overlaps     | {"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"F16","shape":[2],"data_offsets":[2,6]}}
            the same place twice  | overlaps     | {"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]},"b":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}}
            a hole                | hole         | {"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"F16","shape":[1],"data_offsets":[6,8]}}
            a hole at the start   | hole         | {"a":{"dtype":"F16","shape":[2],"data_offsets":[4,8]}}
            an end behind the file | behind      | {"a":{"dtype":"F16","shape":[8],"data_offsets":[0,16]}}
            a tail                | behind the last | {"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}
            offsets in reverse    | overlaps     | {"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]},"b":{"dtype":"F16","shape":[2],"data_offsets":[8,4]}}
            negative offsets      | expected     | {"a":{"dtype":"F16","shape":[2],"data_offsets":[-4,0]}}
            a shape of other size | has 8 bytes  | {"a":{"dtype":"F16","shape":[3],"data_offsets":[0,8]}}
            an overflowing shape  | has 8 bytes  | {"a":{"dtype":"F16","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,8]}}
            a negative shape      | wrongly      | {"a":{"dtype":"F16","shape":[-4],"data_offsets":[0,8]}}
            a huge number         | malformed    | {"a":{"dtype":"F16","shape":[1e99],"data_offsets":[0,8]}}
            three offsets         | wrongly      | {"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8,8]}}
            an unknown type       | `F8_E4M3`    | {"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}
            an unknown key        | wrongly      | {"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8],"x":1}}
            two equal names       | twice        | {"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"a":{"dtype":"F16","shape":[2],"data_offsets":[4,8]}}
            two equal metadata    | twice        | {"__metadata__":{"a":"1","a":"2"},"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}}
            loose JSON            | malformed    | {'a':{"dtype":"F16","shape":[4],"data_offsets":[0,8]}}
            half a header         | malformed    | {"a":{"dtype":"F16","shape":[4],
            a second document     | malformed    | {"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}}{}
            """)
    void aHeaderThatLiesIsRefused(String what, String reason, String header) throws Exception {
        assertRefused(write(header, 8), reason);
    }

    @Test
    void aHeaderLengthBeyondTheFileIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(write("{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}", 8));
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (long length : new long[] {0, 1, bytes.length, 1L << 31, Long.MAX_VALUE, -1}) {
            header.putLong(0, length);
            Path file = Files.write(folder.resolve("length" + length), bytes);
            assertThatThrownBy(() -> SafeTensors.open(file)).isInstanceOf(CheckpointException.class).hasMessageContaining("header claims");
        }
    }

    @Test
    void aHeaderThatIsNoTextIsRefused() throws Exception {
        Path file = write("{\"a\": 1}", 0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[10] = (byte) 0xff;
        assertRefused(Files.write(file, bytes), "not text");
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(write("{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}", 8));
        for (int length = 0; length < bytes.length; length++) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> SafeTensors.open(file)).as("cut at %d", length).isInstanceOf(CheckpointException.class);
        }
    }

    private Path write(String header, int bytes) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + text.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(text.length).put(text);
        return Files.write(folder.resolve("t.safetensors"), file.array());
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> SafeTensors.open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(reason);
    }
}
