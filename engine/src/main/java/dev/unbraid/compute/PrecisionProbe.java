package dev.unbraid.compute;

import dev.unbraid.vector.VectorUnits;

import java.util.Optional;

/// Times matrix products, since no name of a processor tells how fast they are: without units of its own for bfloat16 it
/// takes two to four times as long as float32, with them a third or less; and whose kernels are fast depends on who made it.
final class PrecisionProbe {
    /// As wide as a network's products, and short enough to come through between two turns of other work.
    private static final Products.Size SIZE = new Products.Size(256, 512);
    private static final int PRODUCTS = 2;
    private static final int ROUNDS = 20;
    /// Half of the network gains as much as its products, the other half nothing; and float32 sounds the same for certain.
    static final double WORTH_IT = 2.2;
    /// Around its products the network in Java takes less time than that in PyTorch.
    private static final double JAVA_ENOUGH = 0.85;

    private final TorchEngine engine;

    /// @param precision  what networks are fastest in
    /// @param arithmetic whose products are fastest in float32
    record Fastest(Precision precision, Arithmetic arithmetic) {}

    PrecisionProbe(TorchEngine engine) {
        this.engine = engine;
    }

    /// The fastest on the processor. Takes a fifth of a second, on one processor thread: two would wait for each other
    /// where other work is going on.
    Fastest fastest() {
        int threads = engine.threads();
        engine.useThreads(1);
        try (Products full = products(Precision.FLOAT32);
                Products half = products(Precision.BFLOAT16);
                Team alone = new Team(1)) {
            Optional<JavaProducts> java =
                    VectorUnits.arePresent() ? Optional.of(new JavaProducts(SIZE, 1)) : Optional.empty();
            double fullRate = 0;
            double halfRate = 0;
            double javaRate = 0;
            // The most of some rounds in turn: other work only ever lengthens them.
            for (int i = 0; i < ROUNDS; i++) {
                fullRate = Math.max(fullRate, PRODUCTS * SIZE.flop() / full.seconds(PRODUCTS));
                halfRate = Math.max(halfRate, PRODUCTS * SIZE.flop() / half.seconds(PRODUCTS));
                javaRate = Math.max(javaRate, java.map(it -> it.flop() / it.seconds(alone)).orElse(0.0));
            }
            return new Fastest(
                    halfRate > WORTH_IT * Math.max(fullRate, javaRate) ? Precision.BFLOAT16 : Precision.FLOAT32,
                    javaRate >= JAVA_ENOUGH * fullRate ? Arithmetic.JAVA : Arithmetic.PYTORCH);
        } finally {
            engine.useThreads(threads);
        }
    }

    private Products products(Precision precision) {
        return new Products(engine, new ComputeDevice.Cpu(), precision, SIZE);
    }
}
