package dev.unbraid.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class RunningStatisticsTest {
    private static float[] noise(int length, float offset) {
        Random random = new Random(1);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = offset + (float) random.nextGaussian() * 0.1f;
        }
        return samples;
    }

    private static RunningStatistics of(float... samples) {
        RunningStatistics statistics = new RunningStatistics();
        statistics.add(samples, 0, samples.length);
        return statistics;
    }

    @Test
    void knownNumbersGiveKnownStatistics() {
        RunningStatistics statistics = of(1, -3, 2, 4);
        assertThat(statistics.count()).isEqualTo(4);
        assertThat(statistics.mean()).isEqualTo(1);
        assertThat(statistics.standardDeviation()).isCloseTo(Math.sqrt(26 / 3.0), within(1e-15));
        assertThat(statistics.peak()).isEqualTo(4);
        assertThat(statistics.rms()).isCloseTo(Math.sqrt(30 / 4.0), within(1e-15));
    }

    @Test
    void blocksOfAnySizeGiveTheWholeStream() {
        float[] samples = noise(100_003, 0.2f);
        RunningStatistics whole = of(samples);
        RunningStatistics pieces = new RunningStatistics();
        for (int at = 0, size = 1; at < samples.length; at += size, size = size * 3 % 4099 + 1) {
            pieces.add(samples, at, Math.min(size, samples.length - at));
        }
        assertThat(pieces.count()).isEqualTo(whole.count());
        assertThat(pieces.mean()).isCloseTo(whole.mean(), within(1e-14));
        assertThat(pieces.standardDeviation()).isCloseTo(whole.standardDeviation(), within(1e-14));
        assertThat(pieces.rms()).isCloseTo(whole.rms(), within(1e-14));
    }

    @Test
    void aLargeOffsetCostsNoDigits() {
        float[] samples = noise(1 << 16, 0);
        double spread = of(samples).standardDeviation();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.round(samples[i] * 1024) / 1024f;
        }
        double rounded = of(samples).standardDeviation();
        for (int i = 0; i < samples.length; i++) {
            samples[i] += 4096;
        }
        assertThat(rounded).isCloseTo(spread, within(1e-3));
        assertThat(of(samples).standardDeviation()).isCloseTo(rounded, within(1e-12));
    }

    @Test
    void twoHalvesMergeToTheWhole() {
        float[] samples = noise(5000, -0.3f);
        RunningStatistics first = new RunningStatistics();
        first.add(samples, 0, 1234);
        RunningStatistics second = new RunningStatistics();
        second.add(samples, 1234, samples.length - 1234);
        first.add(second);
        assertThat(first.standardDeviation()).isCloseTo(of(samples).standardDeviation(), within(1e-14));
        assertThat(first.peak()).isEqualTo(of(samples).peak());
    }

    @Test
    void nothingAndOneSampleHaveNoSpread() {
        assertThat(new RunningStatistics().standardDeviation()).isZero();
        assertThat(new RunningStatistics().rms()).isZero();
        assertThat(of(0.5f).standardDeviation()).isZero();
    }
}
