package dev.unbraid.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;

class SeparationScoreTest {
    private static final int RATE = 1000;

    private static float[][] noise(long seed, double level, int frames) {
        Random random = new Random(seed);
        float[][] planes = new float[2][frames];
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) (level * random.nextGaussian());
            }
        }
        return planes;
    }

    private static float[][] mixed(float[][] a, double gain, float[][] b) {
        float[][] sum = new float[a.length][a[0].length];
        for (int channel = 0; channel < a.length; channel++) {
            for (int i = 0; i < a[channel].length; i++) {
                sum[channel][i] = (float) (gain * a[channel][i] + b[channel][i]);
            }
        }
        return sum;
    }

    private static SeparationScore score(float[][] reference, float[][] estimate) {
        SeparationScore score = new SeparationScore(RATE);
        int frames = reference[0].length;
        for (int at = 0; at < frames; at += 333) {
            score.add(reference, estimate, at, Math.min(333, frames - at));
        }
        return score;
    }

    @Test
    void aTenthOfErrorIsTwentyDecibels() {
        float[][] reference = noise(1, 0.1, 3500);
        SeparationScore score = score(reference, mixed(reference, 1.1, new float[2][3500]));
        assertThat(score.sdr().getAsDouble()).isCloseTo(20, within(1e-4));
        assertThat(score.sdrPerSecond()).hasSize(3).allSatisfy(sdr ->
                assertThat(sdr.getAsDouble()).isCloseTo(20, within(1e-4)));
    }

    @Test
    void siSdrForgivesAGainAndSeesTheRest() {
        float[][] reference = noise(1, 0.1, 50_000);
        float[][] estimate = mixed(reference, 0.5, noise(2, 0.005, 50_000));
        SeparationScore score = score(reference, estimate);
        assertThat(score.siSdr().getAsDouble()).isCloseTo(20, within(0.1));
        assertThat(score.sdr().getAsDouble()).isCloseTo(5.98, within(0.1));
        assertThat(score.siSdrPerSecond()).hasSize(50);
    }

    @Test
    void equalityIsInfinitelyGood() {
        float[][] reference = noise(1, 0.1, 1000);
        assertThat(score(reference, reference).sdr()).hasValue(Double.POSITIVE_INFINITY);
    }

    @Test
    void aSilentReferenceHasNoScore() {
        float[][] reference = noise(1, 0.1, 2000);
        for (float[] plane : reference) {
            Arrays.fill(plane, 0, RATE, 0);
        }
        SeparationScore half = score(reference, noise(2, 0.1, 2000));
        assertThat(half.sdrPerSecond().getFirst()).isEqualTo(OptionalDouble.empty());
        assertThat(half.sdrPerSecond().getLast()).isPresent();
        assertThat(half.sdr()).isPresent();
        SeparationScore silent = score(new float[2][500], noise(2, 0.1, 500));
        assertThat(silent.sdr()).isEmpty();
        assertThat(silent.siSdr()).isEmpty();
    }
}
