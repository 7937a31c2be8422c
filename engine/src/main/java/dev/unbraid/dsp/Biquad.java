package dev.unbraid.dsp;

/// A second-order filter in transposed direct form II, with its memory.
final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double first;
    private double second;

    /// @param zeros `b0, b1, b2`
    /// @param poles `a1, a2`, with `a0` being 1
    Biquad(double[] zeros, double[] poles) {
        this.b0 = zeros[0];
        this.b1 = zeros[1];
        this.b2 = zeros[2];
        this.a1 = poles[0];
        this.a2 = poles[1];
    }

    double filter(double in) {
        double out = b0 * in + first;
        first = b1 * in - a1 * out + second;
        second = b2 * in - a2 * out;
        return out;
    }
}
