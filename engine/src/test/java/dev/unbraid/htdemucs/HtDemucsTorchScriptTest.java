package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.TestEngine;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

class HtDemucsTorchScriptTest {
    private static final String SMALL = """
            {"sources": ["left", "right"], "channels": 4, "growth": 2, "nfft": 512, "depth": 3, "bottom_channels": 16,
             "t_layers": 2, "t_heads": 2, "dconv_mode": 3, "samplerate": 8000, "segment": "2"}""";

    @Test
    void theFileAloneAnswersWhatTheNetworkAnswers() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (HtDemucsModel model = HtDemucsModel.load(
                TestEngine.get(), new ComputeDevice.Cpu(), RandomCheckpoint.of(SMALL))) {
            model.writeTorchScript(file);
            float[] mix = noise(model.channels() * model.segmentFrames());
            assertThat(answer(file.toByteArray(), mix, model.channels())).isEqualTo(model.separate(mix));
        }
    }

    /// bench/torchscript.py keeps them in float32 when it narrows the rest.
    @Test
    void theWindowsOfBothTransformsAreBuffersOfTheFile() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (HtDemucsModel model = HtDemucsModel.load(
                TestEngine.get(), new ComputeDevice.Cpu(), RandomCheckpoint.of(SMALL))) {
            model.writeTorchScript(file);
        }
        assertThat(file.toString(StandardCharsets.ISO_8859_1).lines().filter(it -> it.matches("  \\w+ : Tensor")))
                .contains("  analysis : Tensor", "  synthesis : Tensor");
    }

    private static float[] noise(int count) {
        SplittableRandom random = new SplittableRandom(3);
        float[] noise = new float[count];
        for (int i = 0; i < count; i++) {
            noise[i] = (float) (random.nextDouble() - 0.5);
        }
        return noise;
    }

    private static float[] answer(byte[] file, float[] mix, int channels) throws Exception {
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                ByteArrayInputStream bytes = new ByteArrayInputStream(file);
                PtSymbolBlock block = JniUtils.loadModule((PtNDManager) manager, bytes, false, false);
                NDArray input = manager.create(mix, new Shape(1, channels, mix.length / channels));
                IValue argument = IValue.from((PtNDArray) input);
                IValue output = IValueUtils.runMethod(block, "forward", argument);
                NDArray stems = output.toTensor((PtNDManager) manager)) {
            return stems.toFloatArray();
        }
    }
}
