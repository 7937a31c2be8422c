package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

/// For tests of arithmetic.
final class Numbers {
    private Numbers() {}

    /// Between -1 and 1.
    static float[] random(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 2 * random.nextFloat() - 1;
        }
        return numbers;
    }

    /// Tells of the first that differs, at once: a message about whole tiles takes minutes.
    static void assertClose(float[] found, float[] expected, float within) {
        assertThat(found.length).isEqualTo(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("number %d", i).isCloseTo(expected[i], within(within));
        }
    }
}
