package dev.unbraid.compute;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Matrix products in one type on one device, for timing. Of one thread, as [ScriptModule].
final class Products implements AutoCloseable {
    private final ScriptModule module;

    /// What is multiplied: `[rows, width]` by `[width, width]`, again and again.
    record Size(int rows, int width) {
        /// Of one product; a multiplication and an addition are two.
        double flop() {
            return 2.0 * rows * width * width;
        }
    }

    Products(TorchEngine engine, ComputeDevice device, Precision precision, Size size) {
        TorchScriptArchive script = new TorchScriptArchive(
                "Product", TorchScriptArchive.text(Products.class, "product.py"),
                Map.of("training", false, "type", precision.scalarType(), "rows", size.rows(), "width", size.width()));
        // With this in every place a product is like its rows, however many follow each other.
        Tensor value = new Tensor(new float[] {1f / size.width()}, List.of(1L));
        module = new ScriptModule(engine, device, script, BatchSize.one(), Stream.of(Map.entry("value", value)));
    }

    /// How long so many products take, one after the other.
    double seconds(int times) {
        Tensor input = new Tensor(new float[times], List.of((long) times));
        long began = System.nanoTime();
        module.run("forward", input);
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        module.close();
    }
}
