package dev.unbraid.compute;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Times matrix products, since no name of a processor tells how fast they are: without units of its own for bfloat16 it
/// takes two to four times as long as float32, with them a third.
final class PrecisionProbe {
    /// As wide as a network's products, and short enough to come through between two turns of other work.
    private static final int WIDTH = 512;
    private static final int ROWS = 256;
    private static final int ROUNDS = 20;
    /// What a network gains is less than what its products gain, and a choice should not change with the weather.
    private static final double WORTH_IT = 1.4;

    private final TorchEngine engine;

    PrecisionProbe(TorchEngine engine) {
        this.engine = engine;
    }

    /// The fastest on the processor. Takes a tenth of a second, on one processor thread: two would wait for each other
    /// where other work is going on.
    Precision fastest() {
        int threads = engine.threads();
        engine.useThreads(1);
        try (ScriptModule full = module(Precision.FLOAT32);
                ScriptModule half = module(Precision.BFLOAT16)) {
            Tensor input = ones(ROWS);
            double fullSeconds = Double.POSITIVE_INFINITY;
            double halfSeconds = Double.POSITIVE_INFINITY;
            // The least of some rounds in turn: other work only ever lengthens them.
            for (int i = 0; i < ROUNDS; i++) {
                fullSeconds = Math.min(fullSeconds, seconds(full, input));
                halfSeconds = Math.min(halfSeconds, seconds(half, input));
            }
            return WORTH_IT * halfSeconds < fullSeconds ? Precision.BFLOAT16 : Precision.FLOAT32;
        } finally {
            engine.useThreads(threads);
        }
    }

    private ScriptModule module(Precision precision) {
        TorchScriptArchive script = new TorchScriptArchive(
                "Product", TorchScriptArchive.text(PrecisionProbe.class, "product.py"), Map.of("training", false, "type", precision.scalarType()));
        return new ScriptModule(engine, new ComputeDevice.Cpu(), script, Stream.of(Map.entry("square", ones(WIDTH))));
    }

    private static double seconds(ScriptModule module, Tensor input) {
        long began = System.nanoTime();
        module.run("forward", input);
        return (System.nanoTime() - began) / 1e9;
    }

    private static Tensor ones(int rows) {
        float[] ones = new float[rows * WIDTH];
        Arrays.fill(ones, 1);
        return new Tensor(ones, List.of((long) rows, (long) WIDTH));
    }
}
