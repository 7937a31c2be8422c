package dev.unbraid.settings;

import java.util.Set;
import java.util.TreeSet;

/// What a preference may be. The messages go on after "it must be".
final class Limits {
    private Limits() {}

    static void between(double least, double most, double value) {
        // Turned round, a value that is not a number would pass.
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s to %s".formatted(plain(least), plain(most)));
        }
    }

    static void rising(double least, double low, double high, double most) {
        if (!(least <= low && low < high && high <= most)) {
            throw new IllegalArgumentException(
                    "%s to %s, and the lowest below the highest".formatted(plain(least), plain(most)));
        }
    }

    static void powerOfTwo(int least, int most, int value) {
        if (value < least || value > most || Integer.bitCount(value) != 1) {
            throw new IllegalArgumentException("a power of two, %d to %d".formatted(least, most));
        }
    }

    static void filled(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("more than blanks");
        }
    }

    static void oneOf(Set<String> known, String text) {
        if (!known.contains(text)) {
            throw new IllegalArgumentException("one of " + String.join(", ", new TreeSet<>(known)));
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
