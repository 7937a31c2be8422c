package dev.unbraid.cli;

import dev.unbraid.cli.Step.Extent;
import dev.unbraid.cli.Step.Unit;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.engine.Benchmark;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.separation.SeparationSettings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Measures the device's products first, then one segment as often as wished.
final class BenchRun {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LOUDNESS = 0.5;

    /// The first takes its memory from the system, and the second still some of it.
    private static final int WARM_UP = 2;

    private final Benchmark benchmark;
    private final ComputeChoice asked;
    private final Voice voice;
    private final StopSignal stop;

    BenchRun(Benchmark benchmark, ComputeChoice asked, Voice voice, StopSignal stop) {
        this.benchmark = benchmark;
        this.asked = asked;
        this.voice = voice;
        this.stop = stop;
    }

    /// @param rounds that count, after two that do not
    /// @return empty if the user stopped it
    Optional<BenchResult> run(int rounds) throws ModelUnavailableException, DeviceUnavailableException {
        Map<Precision, Double> rates = new EnumMap<>(Precision.class);
        for (Precision precision : precisions()) {
            if (stop.isGiven()) {
                return Optional.empty();
            }
            announce("Measuring products in", precision.toString());
            rates.put(precision, benchmark.flopPerSecond(precision));
        }
        announce("Loading", benchmark.subject().model());
        try (SegmentModel network = benchmark.open()) {
            SeparationSettings settings = SeparationSettings.DEFAULT;
            double stride = (1 - settings.overlap()) * network.segmentFrames() / network.sampleRate();
            return times(network, rounds).map(times -> new BenchResult(
                    benchmark.subject(), asked, benchmark.footing(), times, network.batch(), stride, rates));
        }
    }

    /// What the floor needs, and what `auto` chose between.
    private Set<Precision> precisions() {
        Set<Precision> precisions = new TreeSet<>(List.of(Precision.FLOAT32, benchmark.footing().precision()));
        if (asked.precision() instanceof PrecisionChoice.Auto && benchmark.footing().device() instanceof ComputeDevice.Cpu) {
            precisions.add(Precision.BFLOAT16);
        }
        return precisions;
    }

    private Optional<RoundTimes> times(SegmentModel network, int rounds) throws DeviceUnavailableException {
        float[] mix = mix(network);
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            show(round, rounds, seconds);
            List<float[]> mixes = Collections.nCopies(network.batch(), mix);
            long began = System.nanoTime();
            Optional<List<float[]>> stems = network.separateUnless(mixes, stop::isGiven);
            double taken = (System.nanoTime() - began) / NANOS_PER_SECOND / mixes.size();
            if (stems.isEmpty() || stop.isGiven()) {
                return Optional.empty();
            }
            refuseIfDisturbed(network);
            if (round >= WARM_UP) {
                seconds.add(taken);
            }
        }
        show(WARM_UP + rounds, rounds, seconds);
        return Optional.of(new RoundTimes(seconds));
    }

    /// What was lost and repeated, or went on elsewhere, has no time to be told.
    private static void refuseIfDisturbed(SegmentModel network) throws DeviceUnavailableException {
        if (!network.mishaps().isEmpty()) {
            throw new DeviceUnavailableException(network.mishaps().getFirst().sentence()
                    + " No time is told of that; try again, perhaps with another --device or --precision.");
        }
    }

    /// Normalised noise with a tone; the time does not depend on what is played.
    private static float[] mix(SegmentModel network) {
        SplittableRandom random = new SplittableRandom(0);
        float[] mix = new float[network.channels() * network.segmentFrames()];
        for (int i = 0; i < mix.length; i++) {
            double tone = Math.sin(2 * Math.PI * 440 * (i % network.segmentFrames()) / network.sampleRate());
            mix[i] = (float) (LOUDNESS * random.nextGaussian() + tone);
        }
        return mix;
    }

    private void show(int done, int rounds, List<Double> seconds) {
        OptionalDouble left = seconds.isEmpty()
                ? OptionalDouble.empty() : OptionalDouble.of((WARM_UP + rounds - done) * new RoundTimes(seconds).median());
        Extent extent = new Extent(done, OptionalDouble.of((double) WARM_UP + rounds), Unit.SEGMENTS);
        voice.progress(new Step("Timing", benchmark.subject().model(), extent, left));
    }

    private void announce(String task, String subject) {
        voice.progress(new Step(task, subject, new Extent(0, OptionalDouble.empty(), Unit.SECONDS), OptionalDouble.empty()));
    }
}
