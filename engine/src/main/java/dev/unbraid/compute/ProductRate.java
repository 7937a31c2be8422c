package dev.unbraid.compute;

import dev.unbraid.vector.VectorUnits;

import java.util.function.IntToDoubleFunction;

/// Measures how fast a device multiplies matrices: no network that is made of products can be faster on it.
public final class ProductRate {
    /// How often the products of `auto`'s bfloat16 are as fast as those of float32, at least.
    public static final double GAIN_WORTH_IT = ProcessorProbe.WORTH_IT;
    private static final int ROUNDS = 5;
    /// Longer than what a clock, a sleeping thread or a call to the device makes of it.
    private static final double SECONDS_ENOUGH = 0.1;
    /// What is emulated takes long, and needs no precise figure.
    private static final double SECONDS_MOST = 3;

    private ProductRate() {}

    /// Takes half a second, and some seconds where the device is slow.
    ///
    /// @return floating-point operations a second, in the footing's precision and with its threads, with the fastest
    ///         kernels there are
    public static double flopPerSecond(TorchEngine engine, Footing footing) {
        Products.Size size = size(footing.device());
        engine.useThreads(footing.threads());
        try (Products products = new Products(engine, footing.device(), footing.precision(), size)) {
            double rate = size.flop() / secondsOfOne(products::seconds);
            boolean java = footing.device() instanceof ComputeDevice.Cpu && footing.precision() == Precision.FLOAT32
                    && VectorUnits.arePresent();
            return java ? Math.max(rate, javaFlopPerSecond(size, footing.threads())) : rate;
        }
    }

    private static double javaFlopPerSecond(Products.Size size, int threads) {
        JavaProducts products = new JavaProducts(size, threads);
        try (Team team = new Team(threads)) {
            return products.flop() / secondsOfOne(times -> {
                double seconds = 0;
                for (int i = 0; i < times; i++) {
                    seconds += products.seconds(team);
                }
                return seconds;
            });
        }
    }

    /// Large enough that a device's units have no time to wait.
    private static Products.Size size(ComputeDevice device) {
        return switch (device) {
            case ComputeDevice.Cpu _ -> new Products.Size(1024, 2048);
            case ComputeDevice.Cuda _ -> new Products.Size(8192, 8192);
        };
    }

    /// The least of some rounds: other work only ever lengthens them.
    private static double secondsOfOne(IntToDoubleFunction products) {
        long began = System.nanoTime();
        double least = products.applyAsDouble(1);
        int times = 1;
        for (int round = 0; round < ROUNDS && System.nanoTime() - began < SECONDS_MOST * 1e9;) {
            double seconds = products.applyAsDouble(times);
            least = Math.min(least, seconds / times);
            if (seconds < SECONDS_ENOUGH) {
                times *= 2;
            } else {
                round++;
            }
        }
        return least;
    }
}
