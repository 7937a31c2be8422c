package dev.unbraid.compute;

import dev.unbraid.vector.VectorUnits;

/// Times matrix products, since no name of a processor tells how fast they are: without units of its own for bfloat16 it
/// takes two to four times as long as float32, with them a third or less.
final class ProcessorProbe {
    /// As wide as a network's products, and short enough to come through between two turns of other work.
    static final Products.Size SIZE = new Products.Size(256, 512);
    private static final int PRODUCTS = 2;
    private static final int ROUNDS = 20;
    /// Half of the network gains as much as its products, the other half nothing; and float32 sounds the same for certain.
    static final double WORTH_IT = 2.5;

    /// Of PyTorch's products. A network in Java multiplies less, and takes less time around it; but if the compiler makes nothing
    /// of its products, they are a thousand times as slow.
    private static final double JAVA_ENOUGH = 0.7;

    private final TorchEngine engine;

    ProcessorProbe(TorchEngine engine) {
        this.engine = engine;
    }

    /// Takes half a second, on one processor thread: two would wait for each other where other work is going on.
    ProcessorPace measure() {
        int threads = engine.threads();
        engine.useThreads(1);
        try (Products full = products(Precision.FLOAT32);
                Products half = products(Precision.BFLOAT16)) {
            double fullSeconds = Double.POSITIVE_INFINITY;
            double halfSeconds = Double.POSITIVE_INFINITY;
            // The least of some rounds in turn: other work only ever lengthens them.
            for (int i = 0; i < ROUNDS; i++) {
                fullSeconds = Math.min(fullSeconds, full.seconds(PRODUCTS));
                halfSeconds = Math.min(halfSeconds, half.seconds(PRODUCTS));
            }
            return new ProcessorPace(WORTH_IT * halfSeconds < fullSeconds ? Precision.BFLOAT16 : Precision.FLOAT32,
                    arithmetic(PRODUCTS * SIZE.flop() / fullSeconds));
        } finally {
            engine.useThreads(threads);
        }
    }

    private static Arithmetic arithmetic(double torchFlopPerSecond) {
        return VectorUnits.arePresent() && JavaProducts.flopPerSecond() >= JAVA_ENOUGH * torchFlopPerSecond
                ? Arithmetic.JAVA : Arithmetic.PYTORCH;
    }

    private Products products(Precision precision) {
        return new Products(engine, new ComputeDevice.Cpu(), precision, SIZE);
    }
}
