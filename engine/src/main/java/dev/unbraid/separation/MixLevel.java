package dev.unbraid.separation;

/// Mean and unbiased standard deviation of the mono sum of a whole track: what the network was trained to have removed.
///
/// @param deviation 0 for silence and for a single frame
public record MixLevel(double mean, double deviation) {
    public MixLevel {
        if (!Double.isFinite(mean) || !Double.isFinite(deviation) || deviation < 0) {
            throw new IllegalArgumentException("mean %s, deviation %s".formatted(mean, deviation));
        }
    }

    /// What the mix is divided by; the reference's own small term keeps silence from becoming 0/0.
    double scale() {
        return deviation + 1e-8;
    }
}
