package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.compute.BatchSize;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.Tensor;
import dev.unbraid.compute.TestEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

class HtDemucsGoldenTest {
    /// Float32 sums in another order than the reference's: relative to each tensor's peak.
    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(strings = {"forward-short-segment", "forward-group-norm-cross-first", "forward-post-norm-relu",
        "forward-default", "forward-six-sources-no-bottleneck", "forward-cape-embedding", "forward-scaled-embedding"})
    void everyModuleGivesWhatTheReferenceGives(String name) throws Exception {
        Golden golden = Golden.open(name);
        try (HtDemucsModel model = HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(), golden.checkpoint())) {
            Map<String, Tensor> found = model.trace(golden.floats("input"));
            golden.intermediates().forEach(wanted -> {
                Tensor tensor = Objects.requireNonNull(found.get(wanted.replaceFirst("^at:", "")), wanted);
                assertThat(tensor.shape()).as(wanted)
                        .isEqualTo(golden.shape(wanted).stream().map(Integer::longValue).toList());
                assertThat(relativeError(tensor.values(), golden.floats(wanted))).as(wanted).isLessThan(TOLERANCE);
            });
            assertThat(relativeError(model.separate(golden.floats("input")), golden.floats("output")))
                    .isLessThan(TOLERANCE);
        }
    }

    /// The golden networks are small enough for a single block.
    @ParameterizedTest
    @ValueSource(strings = {"forward-short-segment", "forward-group-norm-cross-first", "forward-default",
        "forward-six-sources-no-bottleneck"})
    void blocksOfAFewRowsGiveWhatTheReferenceGives(String name) throws Exception {
        Golden golden = Golden.open(name);
        try (HtDemucsModel model = HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(), Precision.FLOAT32,
                golden.checkpoint(), new HtDemucsModel.Portions(1000, new BatchSize(OptionalLong::empty)))) {
            assertThat(relativeError(model.separate(golden.floats("input")), golden.floats("output")))
                    .isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward-short-segment", "forward-default", "forward-six-sources-no-bottleneck"})
    void segmentsSideBySideAreWhatEachIsAlone(String name) throws Exception {
        Golden golden = Golden.open(name);
        float[] sound = golden.floats("input");
        float[] quiet = sound.clone();
        float[] backwards = sound.clone();
        for (int i = 0; i < sound.length; i++) {
            quiet[i] *= 0.1f;
            backwards[i] = sound[sound.length - 1 - i];
        }
        Deque<Long> free = new ArrayDeque<>(List.of(1_000_000L, 999_999L));
        HtDemucsModel.Portions portions = new HtDemucsModel.Portions(1000, new BatchSize(() -> OptionalLong.of(free.remove())));
        try (HtDemucsModel model = HtDemucsModel.load(
                TestEngine.get(), new ComputeDevice.Cpu(), Precision.FLOAT32, golden.checkpoint(), portions)) {
            assertThat(model.batch()).isEqualTo(1);
            float[] first = model.separate(sound);
            assertThat(model.batch()).isEqualTo(BatchSize.MOST);
            List<float[]> together = model.separateUnless(List.of(quiet, sound, backwards), () -> false).orElseThrow();
            assertThat(together).hasSize(3);
            assertThat(relativeError(together.get(1), first)).isLessThan(TOLERANCE);
            assertThat(relativeError(together.get(1), golden.floats("output"))).isLessThan(TOLERANCE);
            assertThat(relativeError(together.get(0), model.separate(quiet))).isLessThan(TOLERANCE);
            assertThat(relativeError(together.get(2), model.separate(backwards))).isLessThan(TOLERANCE);
        }
    }

    @Test
    void aSegmentThatIsCalledOffLeavesTheNextAsItWouldBe() throws Exception {
        Golden golden = Golden.open("forward-short-segment");
        try (HtDemucsModel model = HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(), golden.checkpoint())) {
            float[] wanted = model.separate(golden.floats("input"));
            for (int calledOff = 0; calledOff < 2;) {
                // Now and then the network is faster than whoever calls it off.
                calledOff += model.separateUnless(golden.floats("input"), () -> true).isEmpty() ? 1 : 0;
                assertThat(model.separate(golden.floats("input"))).isEqualTo(wanted);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BFLOAT16", "FLOAT16"})
    void narrowProductsChangeTheAnswerAndOnlyALittle(Precision precision) throws Exception {
        Golden golden = Golden.open("forward-short-segment");
        try (HtDemucsModel model =
                HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(), precision, golden.checkpoint())) {
            assertThat(relativeError(model.separate(golden.floats("input")), golden.floats("output")))
                    .isBetween(TOLERANCE / 100, 10 * TOLERANCE);
        }
    }

    /// DJL's arrays borrow Java's direct buffers, which the collector frees and others then overwrite.
    @Test
    void theWeightsOutliveTheBuffersThatBroughtThem() throws Exception {
        Golden golden = Golden.open("forward-short-segment");
        try (HtDemucsModel model = HtDemucsModel.load(TestEngine.get(), new ComputeDevice.Cpu(), golden.checkpoint())) {
            List<ByteBuffer> overwriting = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                System.gc();
                for (int size = 16; size < 1 << 16; size *= 2) {
                    ByteBuffer buffer = ByteBuffer.allocateDirect(size);
                    while (buffer.hasRemaining()) {
                        buffer.put((byte) 0x7f);
                    }
                    overwriting.add(buffer);
                }
            }
            assertThat(relativeError(model.separate(golden.floats("input")), golden.floats("output")))
                    .isLessThan(TOLERANCE);
        }
    }

    private static double relativeError(float[] found, float[] wanted) {
        double error = 0;
        double peak = 0;
        for (int i = 0; i < wanted.length; i++) {
            error = Math.max(error, Math.abs((double) found[i] - wanted[i]));
            peak = Math.max(peak, Math.abs(wanted[i]));
        }
        return error / peak;
    }
}
