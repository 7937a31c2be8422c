package dev.unbraid.cli;

import java.util.List;

/// How long the same work took, time after time.
///
/// @param seconds of each round in turn, at least one
record RoundTimes(List<Double> seconds) {
    /// Further apart, and the rounds say more about what else ran.
    private static final double STEADY = 1.15;

    RoundTimes {
        seconds = List.copyOf(seconds);
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("no rounds");
        }
    }

    double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    boolean isSteady() {
        return most() <= STEADY * least();
    }
}
