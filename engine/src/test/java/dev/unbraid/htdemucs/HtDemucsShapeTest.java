package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Tensor;
import dev.unbraid.compute.TestEngine;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

class HtDemucsShapeTest {
    private static final String WHOLE_LENGTH = """
            {"sources": ["drums", "bass", "other", "vocals"], "channels": 48, "bottom_channels": 0,
             "dconv_mode": 3, "use_train_segment": false, "segment": "39/5"}""";

    /// The shape table of the specification, for input `[1, 2, 258602]`.
    private static final Map<String, List<Long>> TABLE = Map.ofEntries(
            Map.entry("spectrogram", List.of(1L, 4L, 2048L, 253L)),
            Map.entry("tencoder.0", List.of(1L, 48L, 64651L)),
            Map.entry("tencoder.1", List.of(1L, 96L, 16163L)),
            Map.entry("tencoder.2", List.of(1L, 192L, 4041L)),
            Map.entry("tencoder.3", List.of(1L, 384L, 1011L)),
            Map.entry("encoder.0", List.of(1L, 48L, 512L, 253L)),
            Map.entry("encoder.1", List.of(1L, 96L, 128L, 253L)),
            Map.entry("encoder.2", List.of(1L, 192L, 32L, 253L)),
            Map.entry("encoder.3", List.of(1L, 384L, 8L, 253L)),
            Map.entry("crosstransformer.frequency", List.of(1L, 384L, 8L, 253L)),
            Map.entry("crosstransformer.time", List.of(1L, 384L, 1011L)),
            Map.entry("decoder.0", List.of(1L, 192L, 32L, 253L)),
            Map.entry("decoder.1", List.of(1L, 96L, 128L, 253L)),
            Map.entry("decoder.2", List.of(1L, 48L, 512L, 253L)),
            Map.entry("decoder.3", List.of(1L, 16L, 2048L, 253L)),
            Map.entry("tdecoder.0", List.of(1L, 192L, 4041L)),
            Map.entry("tdecoder.1", List.of(1L, 96L, 16163L)),
            Map.entry("tdecoder.2", List.of(1L, 48L, 64651L)),
            Map.entry("tdecoder.3", List.of(1L, 8L, 258602L)),
            Map.entry("output", List.of(1L, 4L, 2L, 258602L)));

    @Test
    void everyModuleHasTheShapeThatTheSpecificationStates() throws Exception {
        float[] mix = new float[2 * 258_602];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < mix.length; i++) {
            mix[i] = (float) (random.nextDouble() - 0.5);
        }
        try (HtDemucsModel model = HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(),
                RandomCheckpoint.of(WHOLE_LENGTH))) {
            List<String> seen = new ArrayList<>();
            for (Map.Entry<String, Tensor> module : model.trace(mix).entrySet()) {
                seen.add(module.getKey());
                assertThat(module.getValue().shape()).as(module.getKey()).isEqualTo(TABLE.get(module.getKey()));
            }
            assertThat(seen).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
        }
    }
}
