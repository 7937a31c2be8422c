package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.engine.Benchmark;
import dev.unbraid.htdemucs.HtDemucsCost;
import dev.unbraid.settings.Processor;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

class BenchTextTest {
    private static final HtDemucsCost PUBLISHED = new HtDemucsCost(335e9, 212e9);
    private static final Processor PROCESSOR =
            new Processor("Example 9000", List.of("AVX2"), OptionalInt.of(4), 8, OptionalDouble.of(2.5));

    private static BenchResult result(Precision precision, int networks, Double... seconds) {
        return result(precision, networks, 1, seconds);
    }

    private static BenchResult result(Precision precision, int networks, int batch, Double... seconds) {
        return new BenchResult(
                new Benchmark.Subject("htdemucs", Benchmark.Weights.SEEDED, networks, PUBLISHED),
                new ComputeChoice(DeviceChoice.parse("auto"), 2), new Footing(new ComputeDevice.Cpu(), precision, 2),
                new RoundTimes(List.of(seconds)), batch, 5.85, Map.of(Precision.FLOAT32, 345e9, Precision.BFLOAT16, 1.75e12));
    }

    private static String text(BenchResult result) {
        return String.join("\n", new BenchText(
                PROCESSOR, result, OptionalLong.of(287_000_000), OptionalLong.of(1_415_000_000), KnownMachines.bundled()).lines());
    }

    @Test
    void theFloorIsEachPrecisionsShareAtItsOwnRate() {
        assertThat(result(Precision.FLOAT32, 1, 2.0).floorSeconds()).isCloseTo(335 / 345.0, within(1e-9));
        BenchResult half = result(Precision.BFLOAT16, 1, 2.0);
        assertThat(half.floorSeconds()).isCloseTo(212 / 1750.0 + 123 / 345.0, within(1e-9));
        assertThat(half.floorShare()).isCloseTo(half.floorSeconds() / 2, within(1e-9));
    }

    @Test
    void aBagTakesAsOftenAsLongAsItHasNetworks() {
        assertThat(result(Precision.FLOAT32, 4, 2.0).realTimeFactor()).isCloseTo(5.85 / 8, within(1e-9));
    }

    @Test
    void whatRanBesideOthersIsToldSoWithFiguresEnough() {
        assertThat(text(result(Precision.FLOAT32, 1, 4, 0.0213))).contains("0.0213 s (median; 0.0213 to 0.0213 in 1 round after two to warm up, 4 segments at once)");
        assertThat(text(result(Precision.FLOAT32, 1, 1.5))).contains("1.50 s (median;").doesNotContain("at once");
    }

    @Test
    void theMedianStandsInTheMiddle() {
        assertThat(new RoundTimes(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(new RoundTimes(List.of(3.0, 1.0, 2.0, 10.0)).median()).isEqualTo(2.5);
        assertThat(new RoundTimes(List.of(3.0, 1.0, 2.0)).least()).isEqualTo(1);
        assertThat(new RoundTimes(List.of(3.0, 1.0, 2.0)).most()).isEqualTo(3);
    }

    @Test
    void everythingThatMattersIsTold() {
        assertThat(text(result(Precision.BFLOAT16, 1, 1.36, 1.31, 1.4))).contains(
                "Example 9000 (AVX2)", "4 physical cores; this program may use 8 processors, the time of 2.5 by its container's limit",
                "with random weights", "cpu, bfloat16, 2 threads", "bfloat16 by auto", "more than 2.5 times as fast as in float32 (now 5.1)",
                "1.36 s (median; 1.31 to 1.40 in 3 rounds", "4.30 seconds of sound a second", "1702 MB at most: 287 this program, 1415 its worker",
                "0.48 s, 35 % of a segment's time", "212.0 GFLOP at 1.75 TFLOP/s in bfloat16, 123.0 at 345 GFLOP/s in float32",
                "2 cores of an Intel Xeon with AVX-512 and AMX", "1.79", "`unbraid bench --json`")
                .doesNotContain("far apart");
    }

    @Test
    void roundsThatAreFarApartAreNotToBeQuoted() {
        assertThat(text(result(Precision.FLOAT32, 1, 2.0, 2.5))).contains("Quote nothing of this");
    }

    @Test
    void figuresOfAnotherNetworkAreNotCompared() {
        KnownMachines known = KnownMachines.bundled();
        assertThat(known.figures()).hasSizeGreaterThanOrEqualTo(2).allMatch(it -> it.seconds() > 0 && it.threads() > 0);
        assertThat(known.compareWith(334.92e9)).isTrue();
        assertThat(known.compareWith(300e9)).isFalse();
    }
}
