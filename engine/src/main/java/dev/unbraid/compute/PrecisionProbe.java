package dev.unbraid.compute;

/// Times matrix products, since no name of a processor tells how fast they are: without units of its own for bfloat16 it
/// takes two to four times as long as float32, with them a third or less.
final class PrecisionProbe {
    /// As wide as a network's products, and short enough to come through between two turns of other work.
    static final Products.Size SIZE = new Products.Size(256, 512);
    private static final int PRODUCTS = 2;
    private static final int ROUNDS = 20;
    /// Half of the network gains as much as its products, the other half nothing; and float32 sounds the same for certain.
    static final double WORTH_IT = 2.5;

    private final TorchEngine engine;

    /// @param precision     what networks are fastest in
    /// @param flopPerSecond of one thread in float32
    record Fastest(Precision precision, double flopPerSecond) {}

    PrecisionProbe(TorchEngine engine) {
        this.engine = engine;
    }

    /// The fastest on the processor. Takes a tenth of a second, on one processor thread: two would wait for each other
    /// where other work is going on.
    Fastest fastest() {
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
            return new Fastest(WORTH_IT * halfSeconds < fullSeconds ? Precision.BFLOAT16 : Precision.FLOAT32,
                    PRODUCTS * SIZE.flop() / fullSeconds);
        } finally {
            engine.useThreads(threads);
        }
    }

    private Products products(Precision precision) {
        return new Products(engine, new ComputeDevice.Cpu(), precision, SIZE);
    }
}
