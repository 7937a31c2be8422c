package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.checkpoint.TensorData;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.TestEngine;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Collectors;

class HtDemucsCostTest {
    private static final String SMALL = """
            {"sources": ["one", "two"], "channels": 8, "growth": 2, "depth": 2, "nfft": 256, "stride": 4, "context": 1,
             "dconv_mode": 1, "dconv_depth": 1, "dconv_comp": 4, "bottom_channels": %d, "t_layers": %d, "t_heads": 2,
             "segment": "1/10", "norm_starts": 4}""";

    private static HtDemucsCost cost(String json) throws Exception {
        return HtDemucsCost.of(HtDemucsSpecReader.read(JsonParser.parseString(json).getAsJsonObject()));
    }

    @Test
    void aSegmentCostsThePublishedNetwork335GigaflopFourFifthsOfThemOfAPrecisionToChoose() throws Exception {
        HtDemucsCost cost = HtDemucsCost.of(HtDemucsSpecReader.read(ModelCatalog.bundled().onnxArguments()));
        assertThat(cost.flop() / 1e9).isCloseTo(334.9, Offset.offset(0.05));
        assertThat(cost.choosableFlop() / cost.flop()).isCloseTo(0.78, Offset.offset(0.005));
    }

    @Test
    void ofATransformerAllCanBeChosenAndOfTheRestWhatTheSpectralDecoderDoesFarFromItsEnd() throws Exception {
        HtDemucsCost without = cost(SMALL.formatted(0, 0));
        // Of two layers the inner one's rewrite: 8 bins, 69 columns, 16 channels to 32, 3 x 3 taps.
        assertThat(without.choosableFlop()).isEqualTo(2.0 * 8 * 69 * 16 * 32 * 9);
        assertThat(without.flop()).isGreaterThan(without.choosableFlop());
        HtDemucsCost with = cost(SMALL.formatted(0, 2));
        assertThat(with.flop() - with.choosableFlop()).isEqualTo(without.flop() - without.choosableFlop());
    }

    /// By hand: one layer of self-attention, 12 channels; 70 steps of 64 frames, 8 bins (of 128, twice a fourth).
    @Test
    void everyProductOfATransformerLayerIsCounted() throws Exception {
        HtDemucsSpec spec = HtDemucsSpecReader.read(JsonParser.parseString(SMALL.formatted(12, 1)).getAsJsonObject());
        double spectral = 8.0 * Math.ceilDiv(4410, 64);
        double wave = Math.ceilDiv(Math.ceilDiv(4410, 4), 4);
        int hidden = (int) (12 * spec.transformer().hiddenScale());
        double byHand = 0;
        for (double tokens : new double[] {spectral, wave}) {
            byHand += 2 * tokens * 12 * 36 + 2 * tokens * tokens * 12 * 2 + 2 * tokens * 12 * 12 + 2 * 2 * tokens * 12 * hidden;
        }
        double decoder = cost(SMALL.formatted(0, 0)).choosableFlop();
        assertThat(HtDemucsCost.of(spec).choosableFlop()).isEqualTo(decoder + byHand);
    }

    @Test
    void seededWeightsHaveThePublishedShapesAndOneSeed() throws Exception {
        Checkpoint checkpoint = SeededCheckpoint.published(ModelCatalog.bundled());
        HtDemucsWeights.check(HtDemucsSpecReader.read(checkpoint.arguments()), checkpoint);
        assertThat(checkpoint).isEqualTo(SeededCheckpoint.published(ModelCatalog.bundled()));
        Map<Boolean, Long> bytes = checkpoint.tensors().values().stream().collect(Collectors.partitioningBy(
                it -> it.name().startsWith("crosstransformer"), Collectors.summingLong(TensorData::elements)));
        assertThat(bytes.get(true)).isGreaterThan(bytes.get(false));
    }

    @Test
    void aNetworkOfSeededWeightsAnswersWithSound() throws Exception {
        String small = SMALL.formatted(16, 2);
        try (HtDemucsModel model = HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(),
                SeededCheckpoint.of(JsonParser.parseString(small).getAsJsonObject()))) {
            float[] mix = new float[2 * model.segmentFrames()];
            for (int i = 0; i < mix.length; i++) {
                mix[i] = (float) Math.sin(i * 0.1);
            }
            float[] stems = model.separate(mix);
            double apart = 0;
            for (int i = 0; i < mix.length; i++) {
                apart += Math.pow(stems[i] - stems[mix.length + i], 2);
            }
            assertThat(apart / mix.length).as("between two stems").isBetween(1e-9, 100.0);
        }
    }
}
