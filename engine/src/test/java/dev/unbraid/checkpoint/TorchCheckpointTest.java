package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class TorchCheckpointTest {
    @TempDir
    Path folder;

    @Test
    void aZipGivesEveryTensorWhateverItsTypeAndStrides() throws Exception {
        Path file = TorchFiles.zip(folder.resolve("m.th"), miniature(), Map.of(
                "0", TorchFiles.halves(1, 2, 3, 4, 5, 6),
                "1", TorchFiles.floats(1.5f, -2.25f),
                "2", TorchFiles.brainFloats(0.5f, 8),
                "3", TorchFiles.floats(7)));

        Checkpoint checkpoint = CheckpointReader.read(file);

        assertThat(checkpoint.architecture()).isEqualTo("HTDemucs");
        assertThat(checkpoint.tensors().keySet()).containsExactly("brain", "expanded", "full", "half", "parameter", "scalar", "transposed", "view");
        assertThat(tensor(checkpoint, "half").shape()).containsExactly(2, 3);
        assertThat(tensor(checkpoint, "half").type()).isEqualTo(ElementType.F16);
        assertThat(tensor(checkpoint, "half").toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(tensor(checkpoint, "transposed").shape()).containsExactly(3, 2);
        assertThat(tensor(checkpoint, "transposed").toFloats()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(tensor(checkpoint, "view").toFloats()).containsExactly(5, 6);
        assertThat(tensor(checkpoint, "full").toFloats()).containsExactly(1.5f, -2.25f);
        assertThat(tensor(checkpoint, "brain").toFloats()).containsExactly(0.5f, 8);
        assertThat(tensor(checkpoint, "parameter").toFloats()).containsExactly(1.5f, -2.25f);
        assertThat(tensor(checkpoint, "scalar").shape()).isEmpty();
        assertThat(tensor(checkpoint, "expanded").toFloats()).containsExactly(7, 7, 7);
    }

    @Test
    void argumentsByPlaceAndByNameBecomeJsonWithFractionsAsText() throws Exception {
        Path file = TorchFiles.zip(folder.resolve("m.th"), miniature(), Map.of(
                "0", TorchFiles.halves(1, 2, 3, 4, 5, 6),
                "1", TorchFiles.floats(1.5f, -2.25f),
                "2", TorchFiles.brainFloats(0.5f, 8),
                "3", TorchFiles.floats(7)));

        assertThat(CheckpointReader.read(file).arguments()).isEqualTo(JsonParser.parseString("""
                {"channels": 4, "segment": "39/5", "freq_emb": 0.2, "cac": true, "multi_freqs": null, "sources": ["drums", "vocals"]}"""));
    }

    @Test
    void theLegacyFormatGivesTheSameCheckpoint() throws Exception {
        byte[] pickle = PickleBuilder.packageWithState(p -> p
                .text("a").tensor("HalfStorage", "140", 2)
                .text("b").tensor("HalfStorage", "141", 3));
        Map<String, byte[]> storages = new TreeMap<>(Map.of("140", TorchFiles.halves(1, 2), "141", TorchFiles.halves(3, 4, 5)));

        Checkpoint old = CheckpointReader.read(TorchFiles.legacy(folder.resolve("old.th"), pickle, storages, 2));
        Checkpoint zip = CheckpointReader.read(TorchFiles.zip(folder.resolve("new.th"), pickle, storages));

        assertThat(old).isEqualTo(zip);
        assertThat(tensor(old, "b").toFloats()).containsExactly(3, 4, 5);
    }

    @Test
    void aStateDictsVersionNumbersAndNumpyScalarsAreReadPast() throws Exception {
        PickleBuilder p = new PickleBuilder();
        byte[] pickle = PickleBuilder.packageOf(() -> p
                .text("a").tensor("HalfStorage", "0", 1)
                .op(Opcode.SETITEMS).op(Opcode.EMPTY_DICT, Opcode.BUILD)
                .text("training_args").global("numpy.core.multiarray", "scalar").op(Opcode.MARK)
                .global("numpy", "dtype").text("f8").op(Opcode.TUPLE1, Opcode.REDUCE).op(Opcode.EMPTY_TUPLE, Opcode.BUILD)
                .global("_codecs", "encode").text("x").text("latin1").op(Opcode.TUPLE2, Opcode.REDUCE)
                .op(Opcode.TUPLE, Opcode.REDUCE)
                .text("more").op(Opcode.EMPTY_DICT, Opcode.MARK), p);

        Checkpoint checkpoint = CheckpointReader.read(TorchFiles.zip(folder.resolve("m.th"), pickle, Map.of("0", TorchFiles.halves(1))));

        assertThat(checkpoint.tensors()).containsOnlyKeys("a");
        assertThat(checkpoint.arguments().keySet()).containsExactly("sources");
    }

    private static TensorData tensor(Checkpoint checkpoint, String name) {
        return checkpoint.tensors().get(name);
    }

    private static byte[] miniature() {
        return PickleBuilder.of(p -> {
            p.op(Opcode.EMPTY_DICT, Opcode.MARK).text("klass").global("demucs.htdemucs", "HTDemucs");
            p.text("args").texts(List.of("drums", "vocals")).op(Opcode.TUPLE1);
            p.text("kwargs").op(Opcode.EMPTY_DICT, Opcode.MARK)
                    .text("channels").op(Opcode.BININT1, 4)
                    .text("segment").global("fractions", "Fraction").text("39/5").op(Opcode.TUPLE1, Opcode.REDUCE)
                    .text("freq_emb").real(0.2)
                    .text("cac").op(Opcode.NEWTRUE)
                    .text("multi_freqs").op(Opcode.NONE)
                    .op(Opcode.SETITEMS);
            p.text("state").global("collections", "OrderedDict").op(Opcode.EMPTY_TUPLE, Opcode.REDUCE, Opcode.MARK);
            p.text("half").tensor("HalfStorage", "0", 6, 0, new long[] {2, 3}, new long[] {3, 1});
            p.text("transposed").tensor("HalfStorage", "0", 6, 0, new long[] {3, 2}, new long[] {1, 3});
            p.text("view").tensor("HalfStorage", "0", 6, 4, new long[] {2}, new long[] {1});
            p.text("full").tensor("FloatStorage", "1", 2);
            p.text("brain").tensor("BFloat16Storage", "2", 2);
            p.text("parameter").global("torch._utils", "_rebuild_parameter").op(Opcode.MARK).tensor("FloatStorage", "1", 2)
                    .op(Opcode.NEWTRUE).global("collections", "OrderedDict").op(Opcode.EMPTY_TUPLE, Opcode.REDUCE)
                    .op(Opcode.TUPLE, Opcode.REDUCE);
            p.text("scalar").tensor("FloatStorage", "3", 1, 0, new long[0], new long[0]);
            p.text("expanded").tensor("FloatStorage", "3", 1, 0, new long[] {3}, new long[] {0});
            p.op(Opcode.SETITEMS).text("training_args").op(Opcode.EMPTY_DICT).op(Opcode.SETITEMS);
        });
    }
}
