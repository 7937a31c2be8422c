package dev.unbraid.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

class ExactSumTest {
    private static final int TRIES = 200_000;
    private static final float STEP_24 = 1f / (1 << 23);
    /// -120 dB of full scale.
    private static final double INAUDIBLE = 1e-6;

    private final Random random = new Random(1);

    private float sample24() {
        int magnitude = random.nextInt(24);
        return (random.nextInt(1 << 24) - (1 << 23) >> magnitude) * STEP_24;
    }

    /// A stem as networks make them: any float, from nothing to beyond full scale.
    private float stem() {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> (float) Math.scalb(random.nextGaussian(), -random.nextInt(140));
            case 2 -> random.nextFloat(-1.9f, 1.9f);
            default -> (float) Math.scalb(random.nextGaussian() * 0.3, -random.nextInt(16));
        };
    }

    private float[] stems(int count) {
        float[] stems = new float[count];
        for (int i = 0; i < count; i++) {
            stems[i] = Math.clamp(stem(), -1.9f, 1.9f);
        }
        return stems;
    }

    private static float backwards(float[] parts) {
        double sum = 0;
        for (int i = parts.length - 1; i >= 0; i--) {
            sum += parts[i];
        }
        return (float) sum;
    }

    @Test
    void aSumOf24BitsIsAlwaysReached() {
        for (int i = 0; i < TRIES; i++) {
            float[] parts = stems(random.nextInt(1, 7));
            float wanted = sample24();
            assertThat(new ExactSum(parts.length).close(wanted, parts, random.nextInt(parts.length))).isTrue();
            assertThat(ExactSum.of(parts)).isEqualTo(wanted);
            assertThat(backwards(parts)).isEqualTo(wanted);
        }
    }

    @Test
    void silenceIsReachedThroughStemsThatAreNotSilent() {
        for (int i = 0; i < TRIES; i++) {
            float[] parts = stems(4);
            assertThat(new ExactSum(4).close(0, parts, 2)).isTrue();
            assertThat(ExactSum.of(parts)).isEqualTo(0f);
            assertThat(backwards(parts)).isEqualTo(0f);
        }
    }

    @Test
    void noneButTheTakerMovesAudibly() {
        for (int i = 0; i < TRIES; i++) {
            float[] before = stems(4);
            float[] parts = before.clone();
            float wanted = sample24();
            double missing = wanted - ((double) before[0] + before[1] + before[2] + before[3]);
            new ExactSum(4).close(wanted, parts, 1);
            for (int stem = 0; stem < 4; stem++) {
                double moved = (double) parts[stem] - before[stem];
                assertThat(Math.abs(stem == 1 ? moved - missing : moved)).isLessThan(INAUDIBLE);
            }
        }
    }

    @Test
    void aSumOfAnyFloatIsReachedOrMissedByLessThanTheQuietestStemsLastBit() {
        int missed = 0;
        for (int i = 0; i < TRIES; i++) {
            float[] parts = stems(4);
            float wanted = (float) Math.scalb(random.nextGaussian() * 0.3, -random.nextInt(30));
            boolean reached = new ExactSum(4).close(wanted, parts, 3);
            assertThat(ExactSum.of(parts) == wanted).isEqualTo(reached);
            assertThat(backwards(parts) == wanted).isEqualTo(reached);
            if (!reached) {
                missed++;
                double rest = Math.abs(wanted - ((double) parts[0] + parts[1] + parts[2] + parts[3]));
                float quietest = Float.MAX_VALUE;
                float loudest = 0;
                for (float part : parts) {
                    quietest = Math.min(quietest, Math.abs(part));
                    loudest = Math.max(loudest, Math.abs(part));
                }
                assertThat(rest).isLessThanOrEqualTo(Math.max(Math.ulp(quietest), loudest * 0x1p-46));
                assertThat(Math.abs(wanted)).as("only what is quieter than all stems is missed")
                        .isLessThan(4 * (quietest + loudest * 0x1p-22f));
            }
        }
        assertThat(missed).isBetween(1, TRIES / 2);
    }

    @Test
    void whatIsReachedAlreadyStaysAsItIs() {
        float[] parts = {0.25f, -0.125f, 0.5f};
        assertThat(new ExactSum(3).close(0.625f, parts, 0)).isTrue();
        assertThat(parts).containsExactly(0.25f, -0.125f, 0.5f);
    }

    @Test
    void whatIsNoNumberIsLeftAlone() {
        float[] parts = {0.25f, Float.NaN};
        assertThat(new ExactSum(2).close(1, parts, 0)).isFalse();
        assertThat(parts).containsExactly(0.25f, Float.NaN);
        assertThat(new ExactSum(2).close(Float.POSITIVE_INFINITY, new float[] {1, 2}, 0)).isFalse();
    }
}
