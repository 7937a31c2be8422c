package dev.unbraid.cli;

import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.engine.Benchmark;

import java.util.Map;

/// What a benchmark found.
///
/// @param asked         what the user asked to run on
/// @param times         of a segment
/// @param batch         how many segments ran at once
/// @param strideSeconds of sound that a segment brings a song forward
/// @param flopPerSecond of matrix products on the same device: in float32, in what the network ran in, and in what it
///                      might have
record BenchResult(
        Benchmark.Subject subject, ComputeChoice asked, Footing footing, RoundTimes times, int batch, double strideSeconds,
        Map<Precision, Double> flopPerSecond) {
    BenchResult {
        flopPerSecond = Map.copyOf(flopPerSecond);
    }

    /// Seconds of sound in a second, with all of the model's networks.
    double realTimeFactor() {
        return strideSeconds / (subject.networks() * times.median());
    }

    /// What a segment would take if it were products alone, and they as fast as this device can.
    double floorSeconds() {
        double chosen = subject.cost().choosableFlop();
        return chosen / rate(footing.precision()) + (subject.cost().flop() - chosen) / rate(Precision.FLOAT32);
    }

    double floorShare() {
        return floorSeconds() / times.median();
    }

    double rate(Precision precision) {
        Double rate = flopPerSecond.get(precision);
        if (rate == null) {
            throw new IllegalArgumentException(precision + " was not measured");
        }
        return rate;
    }
}
