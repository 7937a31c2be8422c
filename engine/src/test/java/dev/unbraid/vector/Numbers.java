package dev.unbraid.vector;

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
}
