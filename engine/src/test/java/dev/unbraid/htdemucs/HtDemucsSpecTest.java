package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

class HtDemucsSpecTest {
    private static final String PUBLISHED = """
            {"sources": ["drums", "bass", "other", "vocals"], "audio_channels": 2, "channels": 48, "growth": 2,
             "nfft": 4096, "cac": true, "depth": 4, "rewrite": true, "freq_emb": 0.2, "emb_scale": 10,
             "emb_smooth": true, "kernel_size": 8, "stride": 4, "time_stride": 2, "context": 1, "context_enc": 0,
             "norm_starts": 4, "norm_groups": 4, "dconv_mode": 3, "dconv_depth": 2, "dconv_comp": 8,
             "bottom_channels": 512, "t_layers": 5, "t_heads": 8, "t_dropout": 0.02, "samplerate": 44100,
             "segment": "39/5", "use_train_segment": true}""";
    private static final String SMALL = """
            {"sources": ["a", "b"], "channels": 4, "dconv_comp": 2, "t_layers": 1, "segment": "1/2"}""";

    @Test
    void thePublishedModelHas533TensorsAnd41984456Parameters() throws Exception {
        var shapes = HtDemucsWeights.shapes(read(PUBLISHED));
        assertThat(shapes).hasSize(533);
        assertThat(shapes.values().stream().mapToLong(HtDemucsSpecTest::elements).sum()).isEqualTo(41_984_456);
    }

    @Test
    void thePublishedSegmentIs343980Frames() throws Exception {
        assertThat(read(PUBLISHED).sound().segmentFrames()).isEqualTo(343_980);
    }

    @Test
    void absentOptionsHaveTheDefaultsOfTheReference() throws Exception {
        HtDemucsSpec spec = read("{\"sources\": [\"a\"]}");
        assertThat(spec.dconv().inDecoder()).isFalse();
        assertThat(spec.transformer().bottomChannels()).isZero();
        assertThat(spec.sound().segmentFrames()).isEqualTo(441_000);
    }

    @ParameterizedTest
    @CsvSource({"t_sparse_self_attn, true", "wiener_iters, 1", "cac, false", "context_enc, 1", "multi_freqs, [0.5]",
        "kernel_size, 6", "t_emb, learned", "depth, 7", "t_heads, 5", "sources, []", "segment, 1/0", "growth, 1.5",
        "hyperdrive, 1", "stride, -4"})
    void anOptionThatIsUnknownUnsupportedOrWrongIsNamed(String option, String value) {
        JsonObject arguments = JsonParser.parseString(PUBLISHED).getAsJsonObject();
        try {
            arguments.add(option, JsonParser.parseString(value));
        } catch (RuntimeException e) {
            arguments.addProperty(option, value);
        }
        assertThatThrownBy(() -> HtDemucsSpecReader.read(arguments))
                .isInstanceOf(CheckpointException.class).hasMessageContaining(option);
    }

    @Test
    void aMissingTensorIsNamed() throws Exception {
        assertThatThrownBy(() -> check(tensors -> tensors.remove("encoder.1.conv.bias")))
                .hasMessageContaining("encoder.1.conv.bias");
    }

    @Test
    void aTensorLeftOverIsNamed() throws Exception {
        assertThatThrownBy(() -> check(tensors -> put(tensors, "encoder.9.conv.bias", List.of(3))))
                .hasMessageContaining("encoder.9.conv.bias");
    }

    @Test
    void aTensorOfAnotherShapeIsNamedWithBothShapes() throws Exception {
        assertThatThrownBy(() -> check(tensors -> put(tensors, "tdecoder.0.rewrite.bias", List.of(3))))
                .hasMessageContainingAll("tdecoder.0.rewrite.bias", "[64]", "[3]");
    }

    private static void check(Consumer<TreeMap<String, TensorData>> damage) throws CheckpointException {
        Checkpoint whole = RandomCheckpoint.of(SMALL);
        TreeMap<String, TensorData> tensors = new TreeMap<>(whole.tensors());
        damage.accept(tensors);
        HtDemucsWeights.check(read(SMALL), new Checkpoint("HTDemucs", whole.arguments(), tensors));
    }

    private static void put(TreeMap<String, TensorData> tensors, String name, List<Integer> shape) {
        tensors.put(name, RandomCheckpoint.tensor(name, shape, new SplittableRandom(1)));
    }

    private static HtDemucsSpec read(String json) throws CheckpointException {
        return HtDemucsSpecReader.read(JsonParser.parseString(json).getAsJsonObject());
    }

    private static long elements(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
